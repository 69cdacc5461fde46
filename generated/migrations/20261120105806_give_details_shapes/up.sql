-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 8: alter column public.bills.reading_stage, comment comment public.bills."column reading_stage", comment comment public.bills."column links" and 1 more
-- lock: ACCESS EXCLUSIVE on public.bills
BEGIN;
ALTER TABLE public.bills
    ADD COLUMN reading_stage character varying(20);
COMMENT ON COLUMN public.bills.reading_stage IS 'Reading of the bill, in the words of the first release. Deprecated: use status.';
COMMENT ON COLUMN public.bills.links IS 'Addresses of the documents of the bill.';

ALTER TABLE public.bills
    ADD CONSTRAINT bills_links_shape CHECK (jsonb_typeof(links) = 'object') NOT VALID;
COMMIT;

-- step 2 of 8: alter check public.bills.bills_links_shape
-- lock: SHARE UPDATE EXCLUSIVE on public.bills
-- hazard SC5007: fails where a row of public.bills does not meet jsonb_typeof(links) = 'object'
-- precondition: SELECT NOT EXISTS (SELECT FROM public.bills WHERE NOT (jsonb_typeof(links) = 'object'))
BEGIN;
ALTER TABLE public.bills
    VALIDATE CONSTRAINT bills_links_shape;
COMMIT;

-- step 3 of 8: alter check public.engagement_events.engagement_events_details_shape
-- lock: ACCESS EXCLUSIVE on public.engagement_events
BEGIN;
ALTER TABLE public.engagement_events
    ADD CONSTRAINT engagement_events_details_shape CHECK (jsonb_typeof(details) = 'object') NOT VALID;
COMMIT;

-- step 4 of 8: alter check public.engagement_events.engagement_events_details_shape
-- lock: SHARE UPDATE EXCLUSIVE on public.engagement_events
-- hazard SC5007: fails where a row of public.engagement_events does not meet jsonb_typeof(details) = 'object'
-- precondition: SELECT NOT EXISTS (SELECT FROM public.engagement_events WHERE NOT (jsonb_typeof(details) = 'object'))
BEGIN;
ALTER TABLE public.engagement_events
    VALIDATE CONSTRAINT engagement_events_details_shape;
COMMIT;

-- step 5 of 8: alter check public.search_queries.search_queries_filters_shape
-- lock: ACCESS EXCLUSIVE on public.search_queries
BEGIN;
ALTER TABLE public.search_queries
    ADD CONSTRAINT search_queries_filters_shape CHECK (jsonb_typeof(filters) = 'object') NOT VALID;
COMMIT;

-- step 6 of 8: alter check public.search_queries.search_queries_filters_shape
-- lock: SHARE UPDATE EXCLUSIVE on public.search_queries
-- hazard SC5007: fails where a row of public.search_queries does not meet jsonb_typeof(filters) = 'object'
-- precondition: SELECT NOT EXISTS (SELECT FROM public.search_queries WHERE NOT (jsonb_typeof(filters) = 'object'))
BEGIN;
ALTER TABLE public.search_queries
    VALIDATE CONSTRAINT search_queries_filters_shape;
COMMIT;

-- step 7 of 8: alter check public.security_audit_logs.security_audit_logs_details_shape
-- lock: ACCESS EXCLUSIVE on public.security_audit_logs
BEGIN;
ALTER TABLE public.security_audit_logs
    ADD CONSTRAINT security_audit_logs_details_shape CHECK (jsonb_typeof(details) = 'object') NOT VALID;
COMMIT;

-- step 8 of 8: alter check public.security_audit_logs.security_audit_logs_details_shape
-- lock: SHARE UPDATE EXCLUSIVE on public.security_audit_logs
-- hazard SC5007: fails where a row of public.security_audit_logs does not meet jsonb_typeof(details) = 'object'
-- precondition: SELECT NOT EXISTS (SELECT FROM public.security_audit_logs WHERE NOT (jsonb_typeof(details) = 'object'))
BEGIN;
ALTER TABLE public.security_audit_logs
    VALIDATE CONSTRAINT security_audit_logs_details_shape;
COMMIT;
