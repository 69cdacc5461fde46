-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter unique public.user_social_profiles.user_social_profiles_user_id_provider_key, alter unique public.user_social_profiles.user_social_profiles_provider_provider_user_id_key
-- lock: ACCESS EXCLUSIVE on public.user_social_profiles
BEGIN;
ALTER TABLE public.user_social_profiles
    DROP CONSTRAINT user_social_profiles_user_id_provider_key;

ALTER TABLE public.user_social_profiles
    DROP CONSTRAINT user_social_profiles_provider_provider_user_id_key;
COMMIT;
