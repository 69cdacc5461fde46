-- schemac script 1
SET lock_timeout = '3s';
DROP INDEX public.bills_title_idx;
