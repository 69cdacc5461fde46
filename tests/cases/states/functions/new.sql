SET check_function_bodies = off;
CREATE SCHEMA "Odd";
CREATE TYPE public.mood AS ENUM ('sad', 'fine');
CREATE TABLE public.bills (id integer, title text, price numeric);

-- in place: a body, an argument's name, one more default, attributes
CREATE FUNCTION public.plain() RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 2; END';
CREATE FUNCTION public.plain(number integer DEFAULT 7, text DEFAULT 'b') RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.plain(m public.mood, "Odd Name" public.mood[] DEFAULT '{fine}') RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path TO '' AS 'SELECT 1';
CREATE FUNCTION "Odd"."Every $$ one"(IN a integer, VARIADIC rest text[] DEFAULT ARRAY['x'::text]) RETURNS SETOF public.bills
    LANGUAGE plpgsql SET search_path = public AS $f$BEGIN END$f$;
CREATE FUNCTION public.outs(OUT a integer, INOUT b text, OUT c public.mood) LANGUAGE sql AS $$SELECT 2, b, 'sad'::public.mood$$;
CREATE FUNCTION public.reads() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM public.bills WHERE bills.id > public.plain(1); END;
CREATE FUNCTION public.in_c(internal) RETURNS internal LANGUAGE internal AS 'generate_series_int8_support';
CREATE FUNCTION public.numbers(integer, integer) RETURNS SETOF integer LANGUAGE internal ROWS 50 AS 'generate_series_int4';
CREATE PROCEDURE public.tidy(IN minimum integer, INOUT done text, OUT n integer) LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN n := 2; END';
CREATE PROCEDURE public.atomic() LANGUAGE sql BEGIN ATOMIC DELETE FROM public.bills; END;
CREATE FUNCTION public.fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';

-- to be replaced: a result, an argument's new name, a default less, another sort of routine
CREATE FUNCTION public.of_table(minimum integer) RETURNS TABLE(id bigint, "Title" text) LANGUAGE sql AS 'SELECT id, title FROM bills WHERE id > minimum';
CREATE FUNCTION public.many_outs(OUT a integer, OUT c text) RETURNS SETOF record LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE FUNCTION public.twice(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $1';
CREATE FUNCTION public.standard(a integer, c integer DEFAULT 3) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a - c;
CREATE FUNCTION public.calls_later() RETURNS bigint LANGUAGE sql AS 'SELECT public.zz_later()';
CREATE FUNCTION public.zz_later() RETURNS bigint LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.last_of(integer) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.last_of(anyelement) RETURNS anyelement LANGUAGE sql STRICT IMMUTABLE AS 'SELECT $1';

CREATE FUNCTION public.gather(integer[], integer) RETURNS integer[] LANGUAGE sql IMMUTABLE AS 'SELECT $2 || $1';
CREATE AGGREGATE public.gathered(integer) (SFUNC = public.gather, STYPE = integer[], INITCOND = '{1}');
CREATE AGGREGATE public.counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE public.best(numeric) (SFUNC = numeric_larger, STYPE = numeric);
CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal,
    FINALFUNC = dense_rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

CREATE VIEW public.prices AS SELECT id, public.twice(price) AS price, public.standard(id) AS n FROM public.bills;
CREATE MATERIALIZED VIEW public.kept AS SELECT id, price FROM public.prices;
CREATE TRIGGER fill BEFORE INSERT ON public.bills FOR EACH ROW WHEN (public.standard(NEW.id) > 3) EXECUTE FUNCTION public.fill();
ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY;
CREATE POLICY cheap ON public.bills USING (public.twice(price) < 100);
CREATE DOMAIN public.doubled AS numeric DEFAULT public.twice(2) CHECK (public.twice(VALUE) > 0);
