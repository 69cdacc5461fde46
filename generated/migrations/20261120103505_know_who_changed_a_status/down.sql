-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter foreign_key public.bill_status_changes.bill_status_changes_recorded_by_id_fkey
-- lock: ACCESS EXCLUSIVE on public.bill_status_changes
BEGIN;
ALTER TABLE public.bill_status_changes
    DROP CONSTRAINT bill_status_changes_recorded_by_id_fkey;
COMMIT;
