CREATE TABLE public.events (id integer NOT NULL, at timestamp NOT NULL, kind character varying(20) NOT NULL, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE public.events_2026 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (kind);
CREATE TABLE public.events_2026_a PARTITION OF public.events_2026 FOR VALUES IN ('a');
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
CREATE INDEX events_kind ON public.events (kind);
CREATE TABLE public.jobs (id integer NOT NULL, queue text NOT NULL, UNIQUE (id, queue)) PARTITION BY LIST (queue);
CREATE TABLE public.jobs_0 PARTITION OF public.jobs FOR VALUES IN ('q') WITH (fillfactor = 70);
CREATE TABLE public.logs (id integer NOT NULL);
CREATE TABLE public.logs_1 (id integer NOT NULL);
