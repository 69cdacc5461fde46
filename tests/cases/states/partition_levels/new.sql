ALTER TABLE public.petitions ADD PRIMARY KEY (id, opened, county);
ALTER TABLE public.signatures ADD CONSTRAINT signatures_petition_fkey FOREIGN KEY (petition_id, opened, county) REFERENCES public.petitions;
