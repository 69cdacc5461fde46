ALTER TABLE public.bills ADD CONSTRAINT gone CHECK (id > 0);
ALTER TABLE public.bills ADD CONSTRAINT changed CHECK (id > 0 AND title IS NOT NULL);
ALTER TABLE public.bills ADD CONSTRAINT checked_later CHECK (amount > 0) NOT VALID;
ALTER TABLE public.bills ADD CONSTRAINT mine CHECK (amount < 1000) NO INHERIT;
ALTER TABLE public.bills ADD CONSTRAINT everybodys CHECK (amount < 2000);
ALTER TABLE public.acts ADD CONSTRAINT everybodys CHECK (amount < 2000);
ALTER TABLE public.acts ADD CONSTRAINT own CHECK (amount < 3000);
