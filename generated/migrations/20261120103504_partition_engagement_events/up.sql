-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 4: drop index public.engagement_events_user_id_occurred_at_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.engagement_events
-- no transaction
-- probe: SELECT CASE WHEN pg_catalog.to_regclass('public.engagement_events_user_id_occurred_at_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY public.engagement_events_user_id_occurred_at_idx;

-- step 2 of 4: drop index public.engagement_events_occurred_at_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.engagement_events
-- no transaction
-- probe: SELECT CASE WHEN pg_catalog.to_regclass('public.engagement_events_occurred_at_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY public.engagement_events_occurred_at_idx;

-- step 3 of 4: drop index public.engagement_events_bill_id_occurred_at_idx
-- lock: SHARE UPDATE EXCLUSIVE on public.engagement_events
-- no transaction
-- probe: SELECT CASE WHEN pg_catalog.to_regclass('public.engagement_events_bill_id_occurred_at_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY public.engagement_events_bill_id_occurred_at_idx;

-- step 4 of 4: alter primary_key public.engagement_events.engagement_events_pkey, alter table public.engagement_events, create table public.engagement_events and 18 more
-- lock: ACCESS EXCLUSIVE on public.engagement_events
-- lock: ACCESS EXCLUSIVE on public.engagement_events__before
-- hazard SC5004: copies every row of public.engagement_events; nobody reads or writes it meanwhile
BEGIN;
ALTER TABLE public.engagement_events
    DROP CONSTRAINT engagement_events_pkey;

ALTER TABLE public.engagement_events RENAME TO engagement_events__before;
ALTER SEQUENCE public.engagement_events_id_seq RENAME TO engagement_events__before_id_seq;

CREATE TABLE public.engagement_events (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    bill_id uuid NOT NULL,
    user_id uuid,
    kind public.engagement_kind NOT NULL,
    client public.session_kind NOT NULL DEFAULT 'web',
    county public.county,
    client_ip inet,
    details jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT engagement_events_pkey PRIMARY KEY (id, occurred_at),
    CONSTRAINT engagement_events_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES public.bills (id) ON DELETE CASCADE,
    CONSTRAINT engagement_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE SET NULL
) PARTITION BY RANGE (occurred_at);

CREATE INDEX engagement_events_bill_id_occurred_at_idx ON public.engagement_events (bill_id, occurred_at DESC);
CREATE INDEX engagement_events_occurred_at_idx ON public.engagement_events USING brin (occurred_at);
CREATE INDEX engagement_events_user_id_occurred_at_idx ON public.engagement_events (user_id, occurred_at DESC) WHERE user_id IS NOT NULL;

COMMENT ON COLUMN public.engagement_events.user_id IS 'NULL for a visitor, and once the account has been erased.';
COMMENT ON COLUMN public.engagement_events.county IS 'County of the user''s profile at the time: what the map of participation is made from.';
COMMENT ON COLUMN public.engagement_events.client_ip IS 'Against inflated counts; cut to the network after a day.';
COMMENT ON COLUMN public.engagement_events.details IS 'What the kind needs besides, such as seconds read.';

CREATE TABLE public.engagement_events_default (
    id bigint NOT NULL,
    occurred_at timestamp with time zone NOT NULL DEFAULT now(),
    bill_id uuid NOT NULL,
    user_id uuid,
    kind public.engagement_kind NOT NULL,
    client public.session_kind NOT NULL DEFAULT 'web',
    county public.county,
    client_ip inet,
    details jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT engagement_events_default_pkey PRIMARY KEY (id, occurred_at)
);

CREATE INDEX engagement_events_default_bill_id_occurred_at_idx ON public.engagement_events_default (bill_id, occurred_at DESC);
CREATE INDEX engagement_events_default_occurred_at_idx ON public.engagement_events_default USING brin (occurred_at);
CREATE INDEX engagement_events_default_user_id_occurred_at_idx ON public.engagement_events_default (user_id, occurred_at DESC) WHERE user_id IS NOT NULL;

ALTER TABLE ONLY public.engagement_events
    ATTACH PARTITION public.engagement_events_default DEFAULT;

INSERT INTO public.engagement_events (id, occurred_at, bill_id, user_id, kind, client, county, client_ip, details) OVERRIDING SYSTEM VALUE
    SELECT id, occurred_at, bill_id, user_id, kind, client, county, client_ip, details FROM public.engagement_events__before;

SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.engagement_events', 'id'), max(id))
    FROM public.engagement_events HAVING max(id) IS NOT NULL;

ALTER TABLE public.engagement_events ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON public.engagement_events
    FOR ALL TO chanuka_service
    USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.engagement_events TO chanuka_service;

COMMENT ON TABLE public.engagement_events IS 'The stream of what users and visitors do with bills: appended only, and never read a row at a time.';

DROP TABLE public.engagement_events__before;
COMMIT;
