-- schemac script 1
SET lock_timeout = '3s';
DROP TABLE public.bills;
