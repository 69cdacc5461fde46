CREATE EXTENSION btree_gist;
CREATE SCHEMA other;
CREATE TABLE public.people (id integer NOT NULL, code text NOT NULL, email text, born date, "Nick Name" text, country text);
INSERT INTO public.people SELECT i, 'c' || i, CASE WHEN i < 9 THEN 'e' || i END, '2000-01-01', 'n' || i, 'ke' FROM generate_series(1, 10) i;
CREATE TABLE other.accounts (id bigint NOT NULL, person_id integer, person_code text, parent_id bigint, number integer);
INSERT INTO other.accounts SELECT i, i, 'c' || i, 1, i FROM generate_series(1, 10) i;
CREATE TABLE public.bookings (id integer, room integer, during tsrange, cancelled boolean);
INSERT INTO public.bookings VALUES (1, 1, '[2026-01-01,2026-01-02)', false), (2, 2, '[2026-01-01,2026-01-02)', false);
