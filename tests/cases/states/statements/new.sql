CREATE SCHEMA "Odd";
CREATE SCHEMA more;
CREATE CAST (text AS money) WITH INOUT AS IMPLICIT;
CREATE CAST (bytea AS text) WITHOUT FUNCTION;
CREATE OPERATOR "Odd".=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR("Odd".===), MERGES);
CREATE OPERATOR "Odd".@ (FUNCTION = int4abs, RIGHTARG = integer);
CREATE OPERATOR more.@ (FUNCTION = int8abs, RIGHTARG = bigint);
CREATE OPERATOR FAMILY "Odd".whole USING btree;
CREATE OPERATOR CLASS "Odd".small FOR TYPE integer USING btree FAMILY "Odd".whole AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 "Odd".===, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer), FUNCTION 2 btint4sortsupport(internal);
ALTER OPERATOR FAMILY "Odd".whole USING btree ADD OPERATOR 2 <= (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE OPERATOR FAMILY more.points USING gist;
CREATE COLLATION "Odd"."numéric" (provider = icu, locale = 'en-u-kn-true');
CREATE COLLATION more.mixed (lc_collate = 'C', lc_ctype = 'POSIX');
CREATE CONVERSION "Odd".latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TRUSTED LANGUAGE "other plpgsql" HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
CREATE TRANSFORM FOR bigint LANGUAGE "other plpgsql" (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE ACCESS METHOD heap2 TYPE INDEX HANDLER bthandler;
