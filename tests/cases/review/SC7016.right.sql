-- schemac script 1
SET lock_timeout = '3s';
-- allow SC7016: the program takes NULL since the last release
ALTER TABLE public.bills ALTER COLUMN title DROP NOT NULL;
