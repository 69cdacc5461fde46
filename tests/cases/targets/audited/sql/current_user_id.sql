CREATE FUNCTION current_user_id() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('audited.user_id', true), '')::bigint $$;
