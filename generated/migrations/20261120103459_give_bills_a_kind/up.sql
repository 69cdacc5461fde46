-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter column public.bills.kind
-- lock: ACCESS EXCLUSIVE on public.bills
-- hazard SC5004: writes every row of public.bills anew; nobody reads or writes it meanwhile
-- hazard SC5008: turns text into public.bill_kind in column public.bills.kind; fails on a value that is none
BEGIN;
ALTER TABLE public.bills
    ALTER COLUMN kind DROP DEFAULT,
    ALTER COLUMN kind TYPE public.bill_kind USING kind::public.bill_kind,
    ALTER COLUMN kind SET DEFAULT 'ordinary';
COMMIT;
