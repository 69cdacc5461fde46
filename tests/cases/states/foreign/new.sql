CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER "Other side" TYPE 'odd' VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (port '2', dbname 'x');
CREATE SERVER third FOREIGN DATA WRAPPER far;
CREATE USER MAPPING FOR CURRENT_USER SERVER third;
CREATE FOREIGN TABLE public.theirs (
    id integer NOT NULL,
    "Title" text COLLATE "C" DEFAULT 'none',
    at date
) SERVER "Other side";
COMMENT ON FOREIGN DATA WRAPPER far IS 'to far places';
COMMENT ON FOREIGN TABLE public.theirs IS 'not ours';
COMMENT ON COLUMN public.theirs."Title" IS 'changed';
COMMENT ON COLUMN public.theirs.id IS 'theirs';
