-- schemac script 1
SET lock_timeout = '3s';

-- step 1 of 1: put the two together again where the location was never said
BEGIN;
UPDATE public.user_profiles
   SET location = concat_ws(', ', initcap(replace(county::text, '_', ' ')), constituency)
 WHERE location IS NULL AND county IS NOT NULL;
COMMIT;
