ALTER TABLE public.bills ADD CONSTRAINT changed CHECK (id > 0 OR title ~ '^t' OR amount IN (1, 2));
ALTER TABLE public.bills ADD CONSTRAINT checked_later CHECK (amount > 0);
ALTER TABLE public.bills ADD CONSTRAINT never_checked CHECK (amount > 100) NOT VALID;
ALTER TABLE public.bills ADD CONSTRAINT mine CHECK (amount < 1000);
ALTER TABLE public.acts ADD CONSTRAINT everybodys CHECK (amount < 2000);
ALTER TABLE public.bills ADD CONSTRAINT own CHECK (amount < 3000);
ALTER TABLE public.acts ADD CONSTRAINT "Odd Name" CHECK (amount < 4000) NO INHERIT;
