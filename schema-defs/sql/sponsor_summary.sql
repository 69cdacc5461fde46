-- Bills count for whoever is in charge of them now; names that were taken back do not count.
SELECT sponsor.id AS sponsor_id,
       sponsor.name AS name,
       coalesce(charge.bills, 0) AS bills,
       coalesce(charge.assented, 0) AS assented,
       coalesce(charge.pending, 0) AS pending,
       coalesce(support.bills, 0) AS co_sponsored
  FROM sponsors AS sponsor
  LEFT JOIN (SELECT sponsor_id, count(*) AS bills,
                    count(*) FILTER (WHERE status = 'assented') AS assented,
                    count(*) FILTER (WHERE concluded_on IS NULL) AS pending
               FROM bills
              WHERE deleted_at IS NULL
              GROUP BY sponsor_id) AS charge ON charge.sponsor_id = sponsor.id
  LEFT JOIN (SELECT sponsor_id, count(*) AS bills
               FROM bill_sponsorships
              WHERE role = 'co_sponsor' AND withdrew_on IS NULL
              GROUP BY sponsor_id) AS support ON support.sponsor_id = sponsor.id
