-- schemac script 1
SET lock_timeout = '3s';
DO $$ BEGIN DROP TABLE public.bills; END $$;
