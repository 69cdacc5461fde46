-- schemac script 1
SET lock_timeout = '3s';
-- hazard SC5005: the table has a few hundred rows
ALTER TABLE public.sittings ADD CONSTRAINT sittings_apart EXCLUDE USING gist (during WITH &&);
