ALTER TABLE public.documents ADD COLUMN tabled date;
ALTER TABLE public.motions ADD COLUMN sponsor text, ADD CONSTRAINT id_is_positive CHECK (id > 0);
ALTER TABLE public.motions INHERIT public.bills;
