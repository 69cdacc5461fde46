-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter column public.user_profiles.location
-- lock: ACCESS EXCLUSIVE on public.user_profiles
-- hazard SC5002: drops column public.user_profiles.location with its values
BEGIN;
ALTER TABLE public.user_profiles
    DROP COLUMN location;
COMMIT;
