CREATE TABLE public.petitions (id bigint NOT NULL, opened date NOT NULL, county text NOT NULL) PARTITION BY RANGE (opened);
CREATE TABLE public.petitions_2026 PARTITION OF public.petitions FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (county);
CREATE TABLE public.petitions_2026_coast PARTITION OF public.petitions_2026 FOR VALUES IN ('Kilifi', 'Mombasa');
CREATE TABLE public.petitions_2026_rest PARTITION OF public.petitions_2026 DEFAULT;
INSERT INTO public.petitions SELECT i, '2026-02-01', CASE WHEN i < 5 THEN 'Kilifi' ELSE 'Nakuru' END FROM generate_series(1, 10) i;
CREATE TABLE public.signatures (petition_id bigint, opened date, county text);
INSERT INTO public.signatures SELECT id, opened, county FROM public.petitions;
