-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ALTER COLUMN title DROP NOT NULL;
