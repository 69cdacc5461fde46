-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 1: create view public.sponsor_summary, grant privilege public.sponsor_summary."view chanuka_service", grant privilege public.sponsor_summary."view chanuka_visitor" and 7 more
BEGIN;
CREATE VIEW public.sponsor_summary WITH (security_invoker=true) AS
    SELECT sponsor.id AS sponsor_id, sponsor.name AS name, COALESCE(charge.bills, 0) AS bills, COALESCE(charge.assented, 0) AS assented, COALESCE(charge.pending, 0) AS pending, COALESCE(support.bills, 0) AS co_sponsored
    FROM sponsors sponsor
    LEFT JOIN (SELECT sponsor_id, count(*) AS bills, count(*) FILTER (WHERE status = 'assented') AS assented, count(*) FILTER (WHERE concluded_on IS NULL) AS pending FROM bills WHERE deleted_at IS NULL GROUP BY sponsor_id) charge ON charge.sponsor_id = sponsor.id
    LEFT JOIN (SELECT sponsor_id, count(*) AS bills FROM bill_sponsorships WHERE role = 'co_sponsor' AND withdrew_on IS NULL GROUP BY sponsor_id) support ON support.sponsor_id = sponsor.id;

GRANT SELECT ON TABLE public.sponsor_summary TO chanuka_service;
GRANT SELECT ON TABLE public.sponsor_summary TO chanuka_visitor;

COMMENT ON VIEW public.sponsor_summary IS 'How many bills each sponsor has brought, and what became of them.';

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
