-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter enum public.social_provider, create enum public.social_provider, comment comment public.social_provider.enum and 2 more
-- lock: ACCESS EXCLUSIVE on public.user_social_profiles
-- hazard SC5008: fails where a row holds a value that public.social_provider loses: 'apple'
-- hazard SC5004: writes every row of public.user_social_profiles anew; nobody reads or writes it meanwhile
-- hazard SC5008: turns public.social_provider__before into public.social_provider in column public.user_social_profiles.provider; fails on a value that is none
-- precondition: SELECT NOT EXISTS (SELECT FROM public.user_social_profiles WHERE provider::text IN ('apple'))
BEGIN;
ALTER TYPE public.social_provider RENAME TO social_provider__before;
CREATE TYPE public.social_provider AS ENUM ('google', 'facebook', 'x', 'linkedin');
COMMENT ON TYPE public.social_provider IS 'A third party whose account may be connected to ours.';

ALTER TABLE public.user_social_profiles
    ALTER COLUMN provider TYPE public.social_provider USING provider::text::public.social_provider;

DROP TYPE public.social_provider__before;
COMMIT;
