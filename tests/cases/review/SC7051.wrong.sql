-- schemac script 1
ALTER TABLE public.bills ADD COLUMN title text;
