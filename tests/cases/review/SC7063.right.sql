-- schemac script 1
SET lock_timeout = '3s';
CREATE TABLE public.new_notes (id bigint);
ALTER TABLE public.new_notes ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
