-- Newest first.
SELECT i.id, i.name, i.slug, i.level
FROM items i
WHERE i.name IS DISTINCT FROM ' FROM '
ORDER BY i.id DESC;
