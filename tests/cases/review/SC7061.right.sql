-- schemac script 1
SET lock_timeout = '3s';
CREATE TABLE public.notes (title text CHECK (char_length(title) <= 50));
