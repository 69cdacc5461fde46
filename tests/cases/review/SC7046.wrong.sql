-- schemac script 1
SET lock_timeout = '3s';
UPDATE public.bills SET title = trim(title);
