-- schemac script 1
SET lock_timeout = '3s';
ALTER DOMAIN public.email ADD CONSTRAINT email_at CHECK (VALUE LIKE '%@%') NOT VALID;
ALTER DOMAIN public.email VALIDATE CONSTRAINT email_at;
