-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 2: drop index public.bills_status_chamber_introduced_on_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.bills
-- no transaction
-- probe: SELECT CASE WHEN pg_catalog.to_regclass('public.bills_status_chamber_introduced_on_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY public.bills_status_chamber_introduced_on_idx;

-- step 2 of 2: create index public.bills_status_introduced_on_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.bills
-- no transaction
-- probe: SELECT coalesce((SELECT CASE WHEN indisvalid THEN 'done' ELSE 'partial' END FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('public.bills_status_introduced_on_idx')), 'absent')
-- repair: DROP INDEX CONCURRENTLY public.bills_status_introduced_on_idx
CREATE INDEX CONCURRENTLY bills_status_introduced_on_idx ON public.bills (status, introduced_on DESC);
