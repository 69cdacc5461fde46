-- schemac script 1
SET lock_timeout = '3s';
DROP FUNCTION public.title_of(uuid) CASCADE;
