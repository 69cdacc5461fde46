-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 2: drop index public.user_profiles_county_constituency_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.user_profiles
-- no transaction
-- probe: SELECT CASE WHEN pg_catalog.to_regclass('public.user_profiles_county_constituency_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY public.user_profiles_county_constituency_idx;

-- step 2 of 2: alter check public.user_profiles.user_profiles_constituency_min_length, alter check public.user_profiles.user_profiles_constituency_in_county, alter column public.user_profiles.constituency and 1 more
-- lock: ACCESS EXCLUSIVE on public.user_profiles
-- hazard SC5002: drops column public.user_profiles.constituency with its values
-- hazard SC5002: drops column public.user_profiles.county with its values
BEGIN;
ALTER TABLE public.user_profiles
    DROP CONSTRAINT user_profiles_constituency_min_length;

ALTER TABLE public.user_profiles
    DROP CONSTRAINT user_profiles_constituency_in_county;

ALTER TABLE public.user_profiles
    DROP COLUMN constituency;

ALTER TABLE public.user_profiles
    DROP COLUMN county;
COMMIT;
