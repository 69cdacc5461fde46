-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: drop materialized_view public.bill_activity, alter column public.bill_engagement.views, create materialized_view public.bill_activity and 5 more
-- lock: ACCESS EXCLUSIVE on public.bill_engagement
-- hazard SC5004: writes every row of public.bill_engagement anew; nobody reads or writes it meanwhile
-- hazard SC5008: turns integer into bigint in column public.bill_engagement.views; fails on a value that is none
-- hazard SC5009: computes every row of public.bill_activity anew
BEGIN;
DROP MATERIALIZED VIEW public.bill_activity;

ALTER TABLE public.bill_engagement
    ALTER COLUMN views DROP DEFAULT,
    ALTER COLUMN views TYPE bigint,
    ALTER COLUMN views SET DEFAULT 0;

CREATE MATERIALIZED VIEW public.bill_activity AS
    SELECT bill.id AS bill_id, COALESCE(comment.number, 0) AS comments, COALESCE(reading.views, 0) AS views, COALESCE(reading.followers, 0) AS followers, COALESCE(share.number, 0) AS shares, GREATEST(comment.latest, reading.latest, share.latest) AS last_activity_at
    FROM bills bill
    LEFT JOIN (SELECT bill_id, count(*) AS number, max(created_at) AS latest FROM bill_comments WHERE status = 'approved' AND deleted_at IS NULL GROUP BY bill_id) comment ON comment.bill_id = bill.id
    LEFT JOIN (SELECT bill_id, sum(views) AS views, count(followed_at) AS followers, max(last_viewed_at) AS latest FROM bill_engagement GROUP BY bill_id) reading ON reading.bill_id = bill.id
    LEFT JOIN (SELECT bill_id, count(*) AS number, max(shared_at) AS latest FROM social_shares GROUP BY bill_id) share ON share.bill_id = bill.id
    WHERE bill.deleted_at IS NULL;

CREATE UNIQUE INDEX bill_activity_bill_id_idx ON public.bill_activity (bill_id);
CREATE INDEX bill_activity_last_activity_at_idx ON public.bill_activity (last_activity_at DESC NULLS LAST);

GRANT SELECT ON TABLE public.bill_activity TO chanuka_service;
GRANT SELECT ON TABLE public.bill_activity TO chanuka_visitor;

COMMENT ON MATERIALIZED VIEW public.bill_activity IS 'What has happened around each bill, for lists and rankings; as it was when it was last refreshed.';
COMMIT;
