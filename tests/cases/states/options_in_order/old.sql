ALTER TABLE public.bills SET (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE public.bills ALTER COLUMN title SET (n_distinct_inherited = 5, n_distinct = 4);
CREATE MATERIALIZED VIEW public.titles WITH (fillfactor = 70, toast.autovacuum_enabled = false) AS SELECT title FROM public.bills;
CREATE VIEW public.ids WITH (security_invoker = true, security_barrier = true) AS SELECT id FROM public.bills;
