ALTER TABLE public.bills SET (autovacuum_enabled = false, toast.autovacuum_enabled = false, fillfactor = 70);
ALTER TABLE public.bills ALTER COLUMN title SET (n_distinct = 4, n_distinct_inherited = 5);
CREATE MATERIALIZED VIEW public.titles WITH (toast.autovacuum_enabled = true, autovacuum_enabled = false, fillfactor = 70) AS SELECT title FROM public.bills;
CREATE VIEW public.ids WITH (security_barrier = true, security_invoker = true) AS SELECT id FROM public.bills;
