CREATE OR REPLACE FUNCTION set_slug() RETURNS trigger LANGUAGE plpgsql AS $fn$
DECLARE
  made items.slug%TYPE; -- not $$, but the type of the column
  l level;
BEGIN
  made := make_slug(NEW.name);
  NEW.slug := made;
  IF TG_OP = 'UPDATE' THEN NEW.changed_at := now(); END IF;
  RETURN NEW;
END;
$fn$;
