-- schemac script 1
SET lock_timeout = '3s';
SELECT id FROM public.bills WHERE id = 7 FOR UPDATE;
