-- schemac script 1
SET lock_timeout = '3s';
-- hazard SC5001: moved to the archive in March
DROP TABLE public.bills;
