-- schemac script 1
SET lock_timeout = '3s';
TRUNCATE public.bill_drafts;
