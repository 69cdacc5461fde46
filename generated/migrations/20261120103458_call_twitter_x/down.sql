-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter enum_value public.share_platform.twitter
BEGIN;
ALTER TYPE public.share_platform RENAME VALUE 'x' TO 'twitter';
COMMIT;
