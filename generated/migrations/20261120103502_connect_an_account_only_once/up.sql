-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 4: create unique public.user_social_profiles.user_social_profiles_provider_provider_user_id_key
-- lock: SHARE UPDATE EXCLUSIVE on public.user_social_profiles
-- hazard SC5007: fails where two rows of public.user_social_profiles agree in (provider), (provider_user_id)
-- precondition: SELECT NOT EXISTS (SELECT FROM public.user_social_profiles WHERE (provider) IS NOT NULL AND (provider_user_id) IS NOT NULL GROUP BY (provider), (provider_user_id) HAVING count(*) > 1)
-- no transaction
-- probe: SELECT coalesce((SELECT CASE WHEN indisvalid THEN 'done' ELSE 'partial' END FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('public.user_social_profiles_provider_provider_user_id_key')), 'absent')
-- repair: DROP INDEX CONCURRENTLY public.user_social_profiles_provider_provider_user_id_key
CREATE UNIQUE INDEX CONCURRENTLY user_social_profiles_provider_provider_user_id_key ON public.user_social_profiles (provider, provider_user_id);

-- step 2 of 4: alter unique public.user_social_profiles.user_social_profiles_provider_provider_user_id_key
-- lock: ACCESS EXCLUSIVE on public.user_social_profiles
BEGIN;
ALTER TABLE public.user_social_profiles
    ADD CONSTRAINT user_social_profiles_provider_provider_user_id_key UNIQUE USING INDEX user_social_profiles_provider_provider_user_id_key;
COMMIT;

-- step 3 of 4: create unique public.user_social_profiles.user_social_profiles_user_id_provider_key
-- lock: SHARE UPDATE EXCLUSIVE on public.user_social_profiles
-- hazard SC5007: fails where two rows of public.user_social_profiles agree in (user_id), (provider)
-- precondition: SELECT NOT EXISTS (SELECT FROM public.user_social_profiles WHERE (user_id) IS NOT NULL AND (provider) IS NOT NULL GROUP BY (user_id), (provider) HAVING count(*) > 1)
-- no transaction
-- probe: SELECT coalesce((SELECT CASE WHEN indisvalid THEN 'done' ELSE 'partial' END FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('public.user_social_profiles_user_id_provider_key')), 'absent')
-- repair: DROP INDEX CONCURRENTLY public.user_social_profiles_user_id_provider_key
CREATE UNIQUE INDEX CONCURRENTLY user_social_profiles_user_id_provider_key ON public.user_social_profiles (user_id, provider);

-- step 4 of 4: alter unique public.user_social_profiles.user_social_profiles_user_id_provider_key
-- lock: ACCESS EXCLUSIVE on public.user_social_profiles
BEGIN;
ALTER TABLE public.user_social_profiles
    ADD CONSTRAINT user_social_profiles_user_id_provider_key UNIQUE USING INDEX user_social_profiles_user_id_provider_key;
COMMIT;
