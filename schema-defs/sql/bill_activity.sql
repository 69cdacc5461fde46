-- One row a bill, also where nothing has happened around it yet. Comments count once they are shown.
SELECT bill.id AS bill_id,
       coalesce(comment.number, 0) AS comments,
       coalesce(reading.views, 0) AS views,
       coalesce(reading.followers, 0) AS followers,
       coalesce(share.number, 0) AS shares,
       greatest(comment.latest, reading.latest, share.latest) AS last_activity_at
  FROM bills AS bill
  LEFT JOIN (SELECT bill_id, count(*) AS number, max(created_at) AS latest
               FROM bill_comments
              WHERE status = 'approved' AND deleted_at IS NULL
              GROUP BY bill_id) AS comment ON comment.bill_id = bill.id
  LEFT JOIN (SELECT bill_id, sum(views) AS views, count(followed_at) AS followers, max(last_viewed_at) AS latest
               FROM bill_engagement
              GROUP BY bill_id) AS reading ON reading.bill_id = bill.id
  LEFT JOIN (SELECT bill_id, count(*) AS number, max(shared_at) AS latest
               FROM social_shares
              GROUP BY bill_id) AS share ON share.bill_id = bill.id
 WHERE bill.deleted_at IS NULL
