-- schemac script 1
SET lock_timeout = '3s';
ALTER TABLE public.events ATTACH PARTITION public.events_2027 FOR VALUES FROM (2027) TO (2028);
