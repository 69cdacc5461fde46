-- schemac script 1
SET lock_timeout = '3s';
CREATE INDEX CONCURRENTLY bills_title_idx ON public.bills (title);
