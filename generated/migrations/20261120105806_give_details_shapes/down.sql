-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: alter check public.security_audit_logs.security_audit_logs_details_shape, alter check public.search_queries.search_queries_filters_shape, alter check public.engagement_events.engagement_events_details_shape and 3 more
-- lock: ACCESS EXCLUSIVE on public.security_audit_logs
-- lock: ACCESS EXCLUSIVE on public.search_queries
-- lock: ACCESS EXCLUSIVE on public.engagement_events
-- lock: ACCESS EXCLUSIVE on public.bills
-- hazard SC5002: drops column public.bills.reading_stage with its values
BEGIN;
ALTER TABLE public.security_audit_logs
    DROP CONSTRAINT security_audit_logs_details_shape;

ALTER TABLE public.search_queries
    DROP CONSTRAINT search_queries_filters_shape;

ALTER TABLE public.engagement_events
    DROP CONSTRAINT engagement_events_details_shape;

ALTER TABLE public.bills
    DROP CONSTRAINT bills_links_shape;

ALTER TABLE public.bills
    DROP COLUMN reading_stage;

COMMENT ON COLUMN public.bills.links IS 'Addresses of the documents of the bill: role (text, hansard, committee_report) to URL.';
COMMIT;
