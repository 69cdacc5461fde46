-- schemac script 1
SET lock_timeout = '3s';
BEGIN;
ALTER TYPE public.stage ADD VALUE 'lapsed' AFTER 'draft';
COMMIT;
BEGIN;
UPDATE public.bills SET stage = 'lapsed' WHERE id = 7;
COMMIT;
