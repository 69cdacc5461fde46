-- schemac script 1
SET lock_timeout = '3s';
LOCK TABLE public.bills;
