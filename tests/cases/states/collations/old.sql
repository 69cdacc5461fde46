CREATE COLLATION public.names (provider = icu, locale = 'sw-u-kn');
CREATE DOMAIN public.place AS text COLLATE public.names;
ALTER TABLE public.wards ALTER name TYPE text COLLATE public.names;
ALTER TABLE public.wards ADD COLUMN place public.place;
CREATE INDEX wards_name ON public.wards (name);
CREATE VIEW public.wards_by_name AS SELECT name FROM public.wards ORDER BY name;
