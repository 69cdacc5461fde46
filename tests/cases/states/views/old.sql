-- Views that gain columns, change their options, or have to go with what stands on them.
CREATE SCHEMA "Odd";
CREATE TABLE public.bills (id integer, title text, price numeric, note text);
CREATE VIEW public.appended AS SELECT id FROM public.bills;
CREATE VIEW public.over_appended AS SELECT id FROM public.appended;
CREATE VIEW public.changed AS SELECT id, title FROM public.bills;
CREATE VIEW public.over_changed AS SELECT title FROM public.changed;
CREATE MATERIALIZED VIEW public.far_over_changed AS SELECT title FROM public.over_changed;
CREATE VIEW public.options WITH (security_barrier = true, check_option = local) AS SELECT id FROM public.bills WHERE id > 0;
CREATE VIEW public.checked AS SELECT id, title FROM public.bills WHERE id > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW "Odd"."A view" ("First", "second one") AS SELECT id, title COLLATE "C" FROM public.bills;
CREATE VIEW public.defaults AS SELECT id, title FROM public.bills;
ALTER VIEW public.defaults ALTER COLUMN id SET DEFAULT 7;
ALTER VIEW public.defaults ALTER COLUMN title SET DEFAULT 'a' || 'b';
CREATE VIEW public.wide AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
    SELECT DISTINCT n.i, b.title || '; ' AS t, row_number() OVER (PARTITION BY b.note ORDER BY b.id) AS r
      FROM n LEFT JOIN public.bills b ON b.id = n.i WHERE EXISTS (SELECT FROM public.bills WHERE id = 1);
CREATE VIEW public.constant AS SELECT 1 AS one, 'x'::text AS x;
CREATE MATERIALIZED VIEW public.stored WITH (fillfactor = 70) AS SELECT id FROM public.bills;
CREATE MATERIALIZED VIEW public.unfilled AS SELECT id FROM public.bills WITH NO DATA;
CREATE MATERIALIZED VIEW public.rewritten AS SELECT id FROM public.bills;
CREATE VIEW public.was_view AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW public.was_stored AS SELECT 1 AS one;
