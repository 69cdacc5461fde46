CREATE SCHEMA tools;
CREATE EXTENSION pg_trgm VERSION '1.6' SCHEMA public;
CREATE EXTENSION citext SCHEMA tools;
COMMENT ON EXTENSION citext IS 'without upper case';
COMMENT ON SCHEMA tools IS 'what we did not make';
