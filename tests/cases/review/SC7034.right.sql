-- schemac script 1
SET lock_timeout = '3s';
CREATE TABLE public.events_2028 (LIKE public.events);
ALTER TABLE public.events ATTACH PARTITION public.events_2028 FOR VALUES FROM (2028) TO (2029);
