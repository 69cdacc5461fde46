-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.bills ADD COLUMN the_name_of_the_committee_that_has_considered_the_bill_most_recently text;
