-- schemac script 1
SET lock_timeout = '3s';
VACUUM FULL public.bills;
