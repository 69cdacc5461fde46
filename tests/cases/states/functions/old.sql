-- Every attribute of functions, procedures and aggregates; some can be replaced in place, some have to go.
SET check_function_bodies = off;
CREATE SCHEMA "Odd";
CREATE TYPE public.mood AS ENUM ('sad', 'fine');
CREATE TABLE public.bills (id integer, title text, price numeric);

CREATE FUNCTION public.plain() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.plain(integer, text DEFAULT 'a''b') RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.plain(m public.mood, "Odd Name" public.mood[] DEFAULT '{sad}') RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "Odd"."Every $$ one"(IN a integer, VARIADIC rest text[] DEFAULT ARRAY['x'::text]) RETURNS SETOF public.bills
    LANGUAGE plpgsql STABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 12.5 ROWS 7
    SET search_path = "Odd", "$user", public SET work_mem = '8MB' SET "Odd".app_user = 'it''s, me'
    AS $f$BEGIN RETURN QUERY SELECT * FROM public.bills WHERE title = '$$' || $body$x$body$; END$f$;
CREATE FUNCTION public.of_table(minimum integer) RETURNS TABLE(id integer, "Title" text) LANGUAGE sql ROWS 10 AS 'SELECT id, title FROM bills WHERE id > minimum';
CREATE FUNCTION public.outs(OUT a integer, INOUT b text, OUT c public.mood) LANGUAGE sql AS $$SELECT 1, b, 'sad'::public.mood$$;
CREATE FUNCTION public.many_outs(OUT a integer, OUT b text) RETURNS SETOF record LANGUAGE sql SET search_path TO '' AS $$SELECT 1, 'x'$$;
CREATE FUNCTION public.twice(numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE FUNCTION public.standard(a integer, b integer DEFAULT 3) RETURNS integer LANGUAGE sql IMMUTABLE RETURN (a + b);
CREATE FUNCTION public.reads() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM public.bills; END;
CREATE FUNCTION public.calls_later() RETURNS integer LANGUAGE sql AS 'SELECT public.zz_later()';
CREATE FUNCTION public.zz_later() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.in_c(internal) RETURNS internal LANGUAGE internal AS 'generate_series_int4_support';
CREATE FUNCTION public.numbers(integer, integer) RETURNS SETOF integer LANGUAGE internal ROWS 50 SUPPORT public.in_c AS 'generate_series_int4';
CREATE FUNCTION public.last_of(anyelement) RETURNS anyelement LANGUAGE internal WINDOW STRICT IMMUTABLE AS 'window_last_value';
CREATE PROCEDURE public.tidy(IN minimum integer, INOUT done text, OUT n integer) LANGUAGE plpgsql AS 'BEGIN n := 1; END';
CREATE PROCEDURE public.atomic() LANGUAGE sql BEGIN ATOMIC DELETE FROM public.bills; INSERT INTO public.bills(id) VALUES (1); END;
CREATE FUNCTION public.fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

CREATE FUNCTION public.gather(integer[], integer) RETURNS integer[] LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $2';
CREATE AGGREGATE public.gathered(integer) (SFUNC = public.gather, STYPE = integer[], INITCOND = '{}');
CREATE AGGREGATE public.counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0', COMBINEFUNC = int8pl, PARALLEL = SAFE);
CREATE AGGREGATE public.best(numeric) (SFUNC = numeric_larger, STYPE = numeric, SORTOP = OPERATOR(pg_catalog.>));
CREATE AGGREGATE "Odd"."Sum"(x integer) (SFUNC = int4pl, STYPE = int4, SSPACE = 8, FINALFUNC = int4abs, FINALFUNC_MODIFY = SHAREABLE,
    MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int4, MINITCOND = '1', MFINALFUNC = int4abs, PARALLEL = RESTRICTED);
CREATE AGGREGATE public.middle(double precision ORDER BY double precision) (SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_cont_float8_final);
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal,
    FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

-- What leans on a function that has to go and come back.
CREATE VIEW public.prices AS SELECT id, public.twice(price) AS price, public.standard(id) AS n FROM public.bills;
CREATE MATERIALIZED VIEW public.kept AS SELECT id, price FROM public.prices;
CREATE TRIGGER fill BEFORE INSERT ON public.bills FOR EACH ROW WHEN (public.standard(NEW.id) > 3) EXECUTE FUNCTION public.fill();
ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY cheap ON public.bills USING (public.twice(price) < 100);
CREATE DOMAIN public.doubled AS numeric DEFAULT public.twice(2) CHECK (public.twice(VALUE) > 0);
