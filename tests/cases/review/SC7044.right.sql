-- schemac script 1
SET lock_timeout = '3s';
DROP VIEW public.bill_titles;
DROP FUNCTION public.title_of(uuid);
