-- schemac script 1
SET lock_timeout = '3s';
-- hazard SC5001: drafts are made anew every night
TRUNCATE public.bill_drafts;
