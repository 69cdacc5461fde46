-- Triggers of all kinds, rules and event triggers.
CREATE SCHEMA "Odd";
CREATE TABLE "Odd"."Bills" (id integer, "Title" text, price numeric);
CREATE TABLE public.log (id integer, what text);
CREATE TABLE public.parts (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE public.parts_a PARTITION OF public.parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE VIEW public.shown AS SELECT id, "Title" FROM "Odd"."Bills";
CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION public.other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';

CREATE TRIGGER same BEFORE INSERT ON "Odd"."Bills" FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TRIGGER a_columns BEFORE UPDATE OF "Title", price OR DELETE ON "Odd"."Bills" FOR EACH ROW EXECUTE FUNCTION public.note('a', 'it''s', 'b WHEN (');
CREATE TRIGGER b_when AFTER UPDATE ON "Odd"."Bills" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.note();
CREATE TRIGGER c_tables AFTER UPDATE ON "Odd"."Bills" REFERENCING OLD TABLE AS before NEW TABLE AS "After" FOR EACH STATEMENT EXECUTE FUNCTION public.note();
CREATE TRIGGER d_truncate AFTER TRUNCATE ON "Odd"."Bills" EXECUTE FUNCTION public.note();
CREATE CONSTRAINT TRIGGER e_constraint AFTER INSERT OR UPDATE ON "Odd"."Bills" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE CONSTRAINT TRIGGER f_from AFTER INSERT ON "Odd"."Bills" FROM public.log FOR EACH ROW WHEN (NEW.id > 1) EXECUTE FUNCTION public.note();
CREATE TRIGGER "G on" INSTEAD OF INSERT OR UPDATE OR DELETE ON public.shown FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TRIGGER h_parts AFTER INSERT ON public.parts FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TRIGGER i_off BEFORE INSERT ON public.log FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TRIGGER j_always BEFORE INSERT ON public.log FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE TRIGGER k_replica BEFORE INSERT ON public.log FOR EACH ROW EXECUTE FUNCTION public.note();
ALTER TABLE public.log DISABLE TRIGGER i_off;
ALTER TABLE public.log ENABLE ALWAYS TRIGGER j_always;
ALTER TABLE public.log ENABLE REPLICA TRIGGER k_replica;
ALTER TABLE public.parts DISABLE TRIGGER h_parts;

CREATE RULE "Keep it" AS ON DELETE TO "Odd"."Bills" WHERE OLD.id = 1 DO INSTEAD NOTHING;
CREATE RULE logged AS ON INSERT TO "Odd"."Bills" DO ALSO (INSERT INTO public.log (id, what) VALUES (NEW.id, 'a;'); NOTIFY news);
CREATE RULE shown_delete AS ON DELETE TO public.shown DO INSTEAD DELETE FROM "Odd"."Bills" WHERE "Bills".id = OLD.id;
ALTER TABLE "Odd"."Bills" ENABLE ALWAYS RULE logged;

CREATE EVENT TRIGGER "Any" ON ddl_command_start EXECUTE FUNCTION public.watch();
CREATE EVENT TRIGGER drops ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION public.watch();
ALTER EVENT TRIGGER drops DISABLE;
