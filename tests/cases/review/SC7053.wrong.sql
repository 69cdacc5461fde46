-- schemac script 1
SET lock_timeout = '3s';
BEGIN;
BEGIN;
ALTER TABLE public.bills ADD COLUMN title text;
COMMIT;
