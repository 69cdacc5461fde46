CREATE FUNCTION bad_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.name = '' THEN RAISE EXCEPTION 'no name'; END IF;
  NEW.name := lower(NEW.name
  RETURN NEWER;
END $$;
