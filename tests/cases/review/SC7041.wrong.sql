-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills RENAME TO laws;
