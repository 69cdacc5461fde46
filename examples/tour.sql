-- What a reader of the platform would look at first, from the rows for development.
\echo
\echo Bills that move people, and who is in charge of them
SELECT b.bill_number, b.title, b.status, s.name AS sponsor, c.views, c.engagement_score AS score
FROM bills b JOIN bill_counters c ON c.bill_id = b.id LEFT JOIN sponsors s ON s.id = b.sponsor_id
WHERE b.concluded_on IS NULL
ORDER BY c.engagement_score DESC, b.id DESC LIMIT 5;

\echo Bills found by "contractors tender"
SELECT title, ts_headline('english', full_text, query, 'MaxWords=12, MinWords=6') AS passage
FROM bills, websearch_to_tsquery('english', 'contractors tender') query
WHERE search_vector @@ query ORDER BY ts_rank(search_vector, query) DESC;

\echo A sponsor found in spite of the spelling "Fatma Abdy"
SELECT name, chamber, county FROM sponsors ORDER BY name <-> 'Fatma Abdy' LIMIT 1;

\echo Follow the money: who stands behind a bill
SELECT s.name AS sponsor, i.holder, i.kind, i.stake, o.name AS body, (i.disclosure_id IS NOT NULL) AS declared, c.status AS conflict
FROM conflicts c JOIN sponsors s ON s.id = c.sponsor_id JOIN conflict_detections d ON d.id = c.detection_id
JOIN financial_interests i ON i.id = d.interest_id JOIN organizations o ON o.id = i.organization_id;

\echo What people say about it, best first
SELECT coalesce(p.display_name, '(erased)') AS author, c.position, c.score, c.body
FROM bill_comments c LEFT JOIN user_profiles p USING (user_id) JOIN bills b ON b.id = c.bill_id
WHERE b.bill_number = 'Bill No. 23 of 2026' AND c.status = 'approved' AND c.deleted_at IS NULL
ORDER BY c.score DESC, c.id DESC;
