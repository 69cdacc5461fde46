-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD COLUMN kind text NOT NULL DEFAULT 'public';
