-- schemac script 1
SET lock_timeout = '3s';
CREATE VIEW public.laws AS SELECT * FROM public.bills;
