CREATE DOMAIN public.short AS text CHECK (VALUE <> '');
CREATE DOMAIN public.name AS public.short;
CREATE FUNCTION public.apart(time, time) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT extract(epoch FROM $1 - $2)::float8';
CREATE TYPE public.hours AS RANGE (subtype = time, subtype_diff = public.apart);
CREATE TABLE public.shops (id integer, name public.name, names public.name[], open public.hours);
INSERT INTO public.shops VALUES (1, 'a', '{b,c}', '[09:00,17:00)');
