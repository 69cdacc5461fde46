-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 2: alter foreign_key public.bill_status_changes.bill_status_changes_recorded_by_id_fkey
-- lock: SHARE ROW EXCLUSIVE on public.bill_status_changes
BEGIN;
ALTER TABLE public.bill_status_changes
    ADD CONSTRAINT bill_status_changes_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES public.users (id) ON DELETE SET NULL NOT VALID;
COMMIT;

-- step 2 of 2: alter foreign_key public.bill_status_changes.bill_status_changes_recorded_by_id_fkey
-- lock: SHARE UPDATE EXCLUSIVE on public.bill_status_changes
-- hazard SC5007: fails where a row of public.bill_status_changes refers to none of public.users
-- precondition: SELECT NOT EXISTS (SELECT FROM public.bill_status_changes r WHERE r.recorded_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.users t WHERE t.id = r.recorded_by_id))
BEGIN;
ALTER TABLE public.bill_status_changes
    VALIDATE CONSTRAINT bill_status_changes_recorded_by_id_fkey;
COMMIT;
