CREATE TYPE public.stage AS ENUM ('first');
ALTER TABLE public.bills ADD COLUMN label text GENERATED ALWAYS AS ('x'::text) STORED;
ALTER TABLE public.bills ADD COLUMN passed boolean DEFAULT false;
ALTER TABLE public.bills ADD COLUMN stage public.stage;
