CREATE FOREIGN DATA WRAPPER far OPTIONS (debug 'it''s on');
CREATE SERVER "Other side" TYPE 'odd' VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (host 'a', port '1');
CREATE USER MAPPING FOR PUBLIC SERVER "Other side" OPTIONS ("user" 'nobody');
CREATE FOREIGN TABLE public.theirs (
    id integer OPTIONS (name 'ID') NOT NULL,
    "Title" text COLLATE "C" DEFAULT 'none',
    CONSTRAINT positive CHECK (id > 0)
) SERVER "Other side" OPTIONS (rows '10');
COMMENT ON FOREIGN TABLE public.theirs IS 'not ours';
COMMENT ON COLUMN public.theirs."Title" IS 'as they have it';
COMMENT ON SERVER "Other side" IS 'far away';
