-- schemac script 1
SET lock_timeout = '3s';
-- allow SC7017: no program reads it yet
ALTER TABLE public.bills RENAME COLUMN name TO title;
