-- schemac script 1
SET lock_timeout = '3s';
CREATE VIEW archive.bills AS SELECT * FROM public.bills;
