CREATE SCHEMA "Odd";
CREATE TYPE public.grows AS ENUM ('a', 'b', 'c', 'c2', 'd', 'e', 'f');
CREATE TYPE public.shrinks AS ENUM ('a', 'c');
CREATE TYPE public.turns AS ENUM ('b', 'a');
CREATE TYPE "Odd"."No values" AS ENUM ('one');
CREATE TYPE public.unused AS ENUM ('y');
CREATE DOMAIN public.of_enum AS public.shrinks DEFAULT 'a' CHECK (VALUE <> 'c');
CREATE TYPE public.of_enums AS (one public.shrinks, many public.turns[]);
CREATE FUNCTION public.takes(public.shrinks) RETURNS public.turns LANGUAGE sql AS $$SELECT 'a'::public.turns$$;

CREATE DOMAIN public.name AS character varying(20)[] COLLATE "POSIX" DEFAULT '{a}';
CREATE DOMAIN public.positive AS integer DEFAULT 1 NOT NULL CONSTRAINT more CHECK (VALUE > 1) CONSTRAINT less CHECK (VALUE < 100) CONSTRAINT new CHECK (VALUE <> 6);
CREATE DOMAIN public.later AS integer CONSTRAINT soon CHECK (VALUE > 2);
ALTER DOMAIN public.later ADD CONSTRAINT "Not yet" CHECK (VALUE > 3) NOT VALID;
CREATE DOMAIN public.base AS bigint;
CREATE DOMAIN public.over_base AS public.base CHECK (VALUE > 0);

CREATE TYPE "Odd"."Pair" AS ("First" bigint, third numeric(10,2)[], fourth text);
CREATE TYPE public.nothing AS (a integer);
CREATE TYPE public.reordered AS (b text, a integer);
CREATE TYPE public.nested AS (pair "Odd"."Pair", moods public.grows[]);

CREATE TYPE public.span AS RANGE (subtype = double precision);
CREATE TYPE "Odd"."Text range" AS RANGE (subtype = text, multirange_type_name = "Odd"."Many texts");
CREATE TYPE public.of_turns AS RANGE (subtype = public.turns, multirange_type_name = public.turned);

CREATE TABLE public.users (id integer, a public.shrinks DEFAULT 'a', b public.turns[] DEFAULT '{a}', c public.of_enum, d public.positive,
    e public.later NOT NULL, f public.over_base, g "Odd"."Pair", h public.reordered, i public.of_turns, j public.grows DEFAULT 'c', k public.name);
CREATE VIEW public.shown AS SELECT a, (g)."First", d FROM public.users WHERE a = 'a';
