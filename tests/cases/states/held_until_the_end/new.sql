CREATE DOMAIN public.name AS character varying(30);
CREATE TYPE public.hours AS RANGE (subtype = time);
CREATE TABLE public.shops (id integer, name public.name, names public.name[], open public.hours);
