/* "Big Box" -> "big-box" */
CREATE OR REPLACE FUNCTION make_slug(name varchar(200)) RETURNS text
  IMMUTABLE STRICT PARALLEL SAFE COST 5 LANGUAGE sql
  AS $$ SELECT pg_catalog.replace(pg_catalog.lower(name), ' ', '-') $$;
