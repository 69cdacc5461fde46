-- schemac script 1
SET lock_timeout = '3s';
BEGIN;
ALTER TABLE public.bills ADD CONSTRAINT bills_votes_max CHECK (votes < 400) NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_votes_max;
COMMIT;
