CREATE TABLE public.people (id integer PRIMARY KEY);
INSERT INTO public.people VALUES (1), (2);
CREATE TABLE public.events (id integer NOT NULL, at date NOT NULL, kind text, person integer) PARTITION BY RANGE (at);
CREATE TABLE public.events_2026 (id integer NOT NULL, at date NOT NULL, kind text, person integer);
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public.events_2027 (id integer NOT NULL, at date NOT NULL, kind text, person integer);
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
INSERT INTO public.events SELECT i, '2026-06-01'::date + i * 30, 'k', 1 FROM generate_series(1, 12) i;
