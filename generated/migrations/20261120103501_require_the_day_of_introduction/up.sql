-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 3: alter column public.bills.introduced_on
-- lock: ACCESS EXCLUSIVE on public.bills
-- hazard SC5007: fails while column public.bills.introduced_on holds a NULL
-- precondition: SELECT NOT EXISTS (SELECT FROM public.bills WHERE introduced_on IS NULL)
BEGIN;
ALTER TABLE public.bills
    ADD CONSTRAINT bills_introduced_on_not_null CHECK (introduced_on IS NOT NULL) NOT VALID;
COMMIT;

-- step 2 of 3: alter column public.bills.introduced_on
-- lock: SHARE UPDATE EXCLUSIVE on public.bills
BEGIN;
ALTER TABLE public.bills
    VALIDATE CONSTRAINT bills_introduced_on_not_null;
COMMIT;

-- step 3 of 3: alter column public.bills.introduced_on
-- lock: ACCESS EXCLUSIVE on public.bills
BEGIN;
ALTER TABLE public.bills
    ALTER COLUMN introduced_on SET NOT NULL;
ALTER TABLE public.bills
    DROP CONSTRAINT bills_introduced_on_not_null;
COMMIT;
