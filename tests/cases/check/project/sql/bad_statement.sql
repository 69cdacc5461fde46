-- The mistake is in the third line.
CREATE FUNCTION bad_statement() RETURNS trigger
LANGUAGE plpgsql VOLATIL
AS $$ BEGIN RETURN NEW; END $$;
