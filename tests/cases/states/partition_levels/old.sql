ALTER TABLE public.petitions ADD CONSTRAINT petitions_once UNIQUE (opened, county, id);
