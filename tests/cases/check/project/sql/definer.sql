/* Runs with the rights of its owner. */
CREATE FUNCTION definer(who text) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
