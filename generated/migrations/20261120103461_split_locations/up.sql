-- schemac script 1
SET lock_timeout = '3s';

-- step 1 of 1: split "County, Constituency" where it is a county of the enum; what is not stays where it is
BEGIN;
UPDATE public.user_profiles
   SET county = replace(lower(split_part(location, ',', 1)), ' ', '_')::public.county,
       constituency = nullif(trim(split_part(location, ',', 2)), '')
 WHERE county IS NULL
   AND replace(lower(split_part(location, ',', 1)), ' ', '_') = ANY (enum_range(NULL::public.county)::text[])
   AND char_length(trim(split_part(location, ',', 2))) <> 1;
COMMIT;
