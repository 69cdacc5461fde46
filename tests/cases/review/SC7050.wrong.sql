-- schemac script 1
SET lock_timeout = '3s';
BEGIN;
ALTER TYPE public.stage ADD VALUE 'withdrawn' AFTER 'draft';
UPDATE public.bills SET stage = 'withdrawn' WHERE id = 7;
COMMIT;
