CREATE FUNCTION public.watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.events (id integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (10) PARTITION BY RANGE (id);
CREATE TABLE public.events_1_rest PARTITION OF public.events_1 DEFAULT;
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
