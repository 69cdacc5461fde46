-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD CONSTRAINT bills_votes_min CHECK (votes >= 0);
