-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.sittings ADD CONSTRAINT sittings_apart EXCLUDE USING gist (during WITH &&);
