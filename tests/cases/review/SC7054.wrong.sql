SET lock_timeout = '3s';
ALTER TABLE public.bills ADD COLUMN title text;
COMMIT;
