-- schemac script 1
SET lock_timeout = '3s';
-- allow SC7017
-- allow SC7999: no program reads it yet
ALTER TABLE public.bills ADD COLUMN title text;
