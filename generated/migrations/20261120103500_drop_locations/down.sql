-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter column public.user_profiles.location, comment comment public.user_profiles."column location"
-- lock: ACCESS EXCLUSIVE on public.user_profiles
BEGIN;
ALTER TABLE public.user_profiles
    ADD COLUMN location character varying(240);
COMMENT ON COLUMN public.user_profiles.location IS 'County and constituency, as the user wrote them: "Nairobi, Westlands".';
COMMIT;
