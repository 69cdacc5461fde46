CREATE TYPE public.contact AS (street text, phone text);
CREATE TYPE public.office AS (street text, phone text);
CREATE TABLE public.desks (street text, phone text);
INSERT INTO public.desks VALUES ('s', '1');
CREATE MATERIALIZED VIEW public.phones AS SELECT phone FROM public.desks;
