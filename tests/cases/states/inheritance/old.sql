ALTER TABLE public.bills INHERIT public.documents;
ALTER TABLE public.documents ADD CONSTRAINT has_title CHECK (title <> '') NO INHERIT;
