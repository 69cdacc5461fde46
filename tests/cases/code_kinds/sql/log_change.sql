CREATE FUNCTION log_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO item_log (what) VALUES ('emptied');
  ELSE
    INSERT INTO item_log (what) VALUES ('renamed ' || OLD.name);
  END IF;
  RETURN NULL;
END $$;
