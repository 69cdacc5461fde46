-- Policies, and the flags of row security.
CREATE TABLE public.bills (id integer, owner text);
CREATE TABLE public.forced (id integer);
CREATE TABLE public.only_forced (id integer);
CREATE TABLE public.off (id integer);
CREATE TABLE public.parts (id integer) PARTITION BY LIST (id);
ALTER TABLE public.bills ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.forced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE public.only_forced FORCE ROW LEVEL SECURITY;
ALTER TABLE public.parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY "All of it" ON public.bills USING (owner = CURRENT_USER) WITH CHECK (owner = CURRENT_USER AND id IN (SELECT f.id FROM public.forced f));
CREATE POLICY roles ON public.bills FOR SELECT TO pg_read_all_data, pg_monitor USING (true);
CREATE POLICY conditions ON public.bills FOR UPDATE USING (id > 0) WITH CHECK (id > 1);
CREATE POLICY loses_check ON public.bills FOR UPDATE USING (id > 0) WITH CHECK (id > 1);
CREATE POLICY command ON public.bills FOR INSERT WITH CHECK (id > 2);
CREATE POLICY nature ON public.bills AS RESTRICTIVE FOR DELETE TO CURRENT_USER USING (id > 3);
CREATE POLICY none ON public.bills;
CREATE POLICY on_parts ON public.parts FOR ALL TO PUBLIC USING (id = 1);
