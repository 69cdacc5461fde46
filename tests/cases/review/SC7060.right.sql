-- schemac script 1
SET lock_timeout = '3s';
CREATE TABLE public.notes (code text);
