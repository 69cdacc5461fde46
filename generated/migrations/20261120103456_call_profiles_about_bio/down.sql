-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter check public.user_profiles.user_profiles_about_max_length, alter column public.user_profiles.about
BEGIN;
ALTER TABLE public.user_profiles RENAME CONSTRAINT user_profiles_bio_max_length TO user_profiles_about_max_length;

ALTER TABLE public.user_profiles RENAME COLUMN bio TO about;
COMMIT;
