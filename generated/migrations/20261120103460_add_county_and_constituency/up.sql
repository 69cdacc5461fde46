-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 5: alter column public.user_profiles.county, alter column public.user_profiles.constituency, comment comment public.user_profiles."column county" and 2 more
-- lock: ACCESS EXCLUSIVE on public.user_profiles
BEGIN;
ALTER TABLE public.user_profiles
    ADD COLUMN county public.county;

ALTER TABLE public.user_profiles
    ADD COLUMN constituency character varying(100);

COMMENT ON COLUMN public.user_profiles.county IS 'County of residence: selects the county assembly whose bills are offered first.';
COMMENT ON COLUMN public.user_profiles.constituency IS 'Electoral constituency: selects the member whose votes are shown.';

ALTER TABLE public.user_profiles
    ADD CONSTRAINT user_profiles_constituency_in_county CHECK (constituency IS NULL OR county IS NOT NULL) NOT VALID;
COMMIT;

-- step 2 of 5: alter check public.user_profiles.user_profiles_constituency_in_county
-- lock: SHARE UPDATE EXCLUSIVE on public.user_profiles
-- hazard SC5007: fails where a row of public.user_profiles does not meet constituency IS NULL OR county IS NOT NULL
-- precondition: SELECT NOT EXISTS (SELECT FROM public.user_profiles WHERE NOT (constituency IS NULL OR county IS NOT NULL))
BEGIN;
ALTER TABLE public.user_profiles
    VALIDATE CONSTRAINT user_profiles_constituency_in_county;
COMMIT;

-- step 3 of 5: alter check public.user_profiles.user_profiles_constituency_min_length
-- lock: ACCESS EXCLUSIVE on public.user_profiles
BEGIN;
ALTER TABLE public.user_profiles
    ADD CONSTRAINT user_profiles_constituency_min_length CHECK (char_length(constituency) >= 2) NOT VALID;
COMMIT;

-- step 4 of 5: alter check public.user_profiles.user_profiles_constituency_min_length
-- lock: SHARE UPDATE EXCLUSIVE on public.user_profiles
-- hazard SC5007: fails where a row of public.user_profiles does not meet char_length(constituency) >= 2
-- precondition: SELECT NOT EXISTS (SELECT FROM public.user_profiles WHERE NOT (char_length(constituency) >= 2))
BEGIN;
ALTER TABLE public.user_profiles
    VALIDATE CONSTRAINT user_profiles_constituency_min_length;
COMMIT;

-- step 5 of 5: create index public.user_profiles_county_constituency_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.user_profiles
-- no transaction
-- probe: SELECT coalesce((SELECT CASE WHEN indisvalid THEN 'done' ELSE 'partial' END FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('public.user_profiles_county_constituency_idx')), 'absent')
-- repair: DROP INDEX CONCURRENTLY public.user_profiles_county_constituency_idx
CREATE INDEX CONCURRENTLY user_profiles_county_constituency_idx ON public.user_profiles (county, constituency) WHERE county IS NOT NULL;
