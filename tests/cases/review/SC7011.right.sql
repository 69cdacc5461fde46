-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD COLUMN token uuid;
ALTER TABLE public.bills ALTER COLUMN token SET DEFAULT gen_random_uuid();
