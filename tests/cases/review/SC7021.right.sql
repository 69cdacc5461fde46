-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD CONSTRAINT bills_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES public.sponsors (id) NOT VALID;
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_sponsor_id_fkey;
