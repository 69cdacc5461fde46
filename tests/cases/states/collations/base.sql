CREATE TABLE public.wards (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO public.wards SELECT i, 'w' || i FROM generate_series(1, 10) i;
