-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.events DETACH PARTITION public.events_2020 CONCURRENTLY;
