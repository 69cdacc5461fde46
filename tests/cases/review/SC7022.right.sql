-- schemac script 1
SET lock_timeout = '3s';
CREATE UNIQUE INDEX CONCURRENTLY bills_number_key ON public.bills (number);
ALTER TABLE public.bills ADD CONSTRAINT bills_number_key UNIQUE USING INDEX bills_number_key;
