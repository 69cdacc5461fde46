CREATE TYPE public.stage AS ENUM ('first', 'second');
ALTER TABLE public.bills ADD COLUMN label character varying(9) GENERATED ALWAYS AS ('x'::text) STORED;
ALTER TABLE public.bills ADD COLUMN passed integer GENERATED ALWAYS AS (id * 2) STORED;
ALTER TABLE public.bills ADD COLUMN stage public.stage GENERATED ALWAYS AS (CASE WHEN id > 0 THEN 'first'::public.stage END) STORED;
