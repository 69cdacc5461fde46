-- Enums, domain types, composite types and range types, some of them used by others.
CREATE SCHEMA "Odd";
CREATE TYPE public.grows AS ENUM ('b', 'd');
CREATE TYPE public.shrinks AS ENUM ('a', 'it''s', 'c');
CREATE TYPE public.turns AS ENUM ('a', 'b');
CREATE TYPE "Odd"."No values" AS ENUM ();
CREATE TYPE public.unused AS ENUM ('x', 'y');
CREATE DOMAIN public.of_enum AS public.shrinks DEFAULT 'a' CHECK (VALUE <> 'c');
CREATE TYPE public.of_enums AS (one public.shrinks, many public.turns[]);
CREATE FUNCTION public.takes(public.shrinks) RETURNS public.turns LANGUAGE sql AS $$SELECT 'a'::public.turns$$;

CREATE DOMAIN public.name AS character varying(20)[] COLLATE "C" DEFAULT '{}' NOT NULL;
CREATE DOMAIN public.positive AS integer CONSTRAINT more CHECK (VALUE > 0) CONSTRAINT less CHECK (VALUE < 100) CONSTRAINT gone CHECK (VALUE <> 5);
CREATE DOMAIN public.later AS integer;
ALTER DOMAIN public.later ADD CONSTRAINT "Not yet" CHECK (VALUE > 1) NOT VALID;
ALTER DOMAIN public.later ADD CONSTRAINT soon CHECK (VALUE > 2) NOT VALID;
CREATE DOMAIN public.base AS integer;
CREATE DOMAIN public.over_base AS public.base CHECK (VALUE > 0);

CREATE TYPE "Odd"."Pair" AS ("First" integer, second text COLLATE "C", third numeric(10,2)[]);
CREATE TYPE public.nothing AS ();
CREATE TYPE public.reordered AS (a integer, b text);
CREATE TYPE public.nested AS (pair "Odd"."Pair", moods public.grows[]);

CREATE TYPE public.span AS RANGE (subtype = double precision, subtype_diff = float8mi);
CREATE TYPE "Odd"."Text range" AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", multirange_type_name = "Odd"."Many texts");
CREATE TYPE public.of_turns AS RANGE (subtype = public.turns);

CREATE TABLE public.users (id integer, a public.shrinks DEFAULT 'a', b public.turns[] DEFAULT '{a}', c public.of_enum, d public.positive,
    e public.later NOT NULL, f public.over_base, g "Odd"."Pair", h public.reordered, i public.of_turns, j public.grows DEFAULT 'b', k public.name);
CREATE VIEW public.shown AS SELECT a, (g)."First", d FROM public.users WHERE a = 'a';
