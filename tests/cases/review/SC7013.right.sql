-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD CONSTRAINT bills_title_not_null CHECK (title IS NOT NULL) NOT VALID;
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_title_not_null;
ALTER TABLE public.bills ALTER COLUMN title SET NOT NULL, DROP CONSTRAINT bills_title_not_null;
