-- schemac script 1
SET lock_timeout = '3s';
BEGIN;
CREATE INDEX CONCURRENTLY bills_title_idx ON public.bills (title);
COMMIT;
