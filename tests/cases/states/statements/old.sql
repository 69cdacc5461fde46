-- What is one statement each, over the server's own functions.
CREATE SCHEMA "Odd";
CREATE CAST (text AS money) WITH INOUT AS ASSIGNMENT;
CREATE CAST (money AS bytea) WITH INOUT;
CREATE OPERATOR "Odd".=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR("Odd".===), NEGATOR = OPERATOR("Odd".!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR "Odd".!== (FUNCTION = int4ne, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR("Odd".!==));
CREATE OPERATOR "Odd".@ (FUNCTION = int4abs, RIGHTARG = integer);
CREATE OPERATOR FAMILY "Odd".whole USING btree;
CREATE OPERATOR CLASS "Odd".small FOR TYPE integer USING btree FAMILY "Odd".whole AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 "Odd".===, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR FAMILY "Odd".whole USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE OPERATOR CLASS "Odd".nothing FOR TYPE integer USING hash AS STORAGE integer;
CREATE COLLATION "Odd"."numéric" (provider = icu, locale = 'en-u-kn-true', deterministic = false);
CREATE COLLATION public.posix FROM "POSIX";
CREATE DEFAULT CONVERSION "Odd".latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE LANGUAGE "other plpgsql" HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
