-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD COLUMN title text;
