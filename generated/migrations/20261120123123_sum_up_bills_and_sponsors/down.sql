-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: drop materialized_view public.bill_activity, drop view public.sponsor_summary
BEGIN;
DROP MATERIALIZED VIEW public.bill_activity;

DROP VIEW public.sponsor_summary;
COMMIT;
