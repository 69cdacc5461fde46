-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter column public.bills.introduced_on
-- lock: ACCESS EXCLUSIVE on public.bills
BEGIN;
ALTER TABLE public.bills
    ALTER COLUMN introduced_on DROP NOT NULL;
COMMIT;
