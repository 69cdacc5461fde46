-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter enum public.social_provider
BEGIN;
ALTER TYPE public.social_provider ADD VALUE 'apple';
COMMIT;
