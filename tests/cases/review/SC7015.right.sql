-- schemac script 1
SET lock_timeout = '3s';
-- hazard SC5002: nothing has read it since the last release
ALTER TABLE public.bills DROP COLUMN title;
