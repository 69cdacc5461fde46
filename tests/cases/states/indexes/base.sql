CREATE EXTENSION pg_trgm;
CREATE SCHEMA "Odd Schema";
CREATE COLLATION "Odd Schema".mixed (provider = icu, locale = 'en-x-icu');
CREATE FUNCTION public.shout(words text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(words)';
CREATE TABLE "Odd Schema"."Odd Table" (
    a integer,
    b text,
    c text COLLATE "C",
    words tsvector,
    padded char(5),
    at timestamptz,
    "Odd Name" integer,
    short varchar(10),
    list integer[],
    "order" integer
);
INSERT INTO "Odd Schema"."Odd Table" (a, b, "order") VALUES (1, 'x', 1), (2, 'y', 2), (NULL, NULL, NULL);
CREATE MATERIALIZED VIEW public.summary AS SELECT a, count(*) AS rows FROM "Odd Schema"."Odd Table" GROUP BY a;
CREATE TABLE public.plain (id integer PRIMARY KEY, a integer NOT NULL, b text, c text);
INSERT INTO public.plain VALUES (1, 1, 'x', 'x'), (2, 2, 'y', 'x');
CREATE TABLE public.referring (a integer);
INSERT INTO public.referring VALUES (1);
