CREATE TRIGGER watch AFTER UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION public.watch();
ALTER TABLE public.events_rest DISABLE TRIGGER watch;
ALTER TABLE public.events_1 DISABLE TRIGGER watch;
ALTER TABLE public.events_1_rest ENABLE REPLICA TRIGGER watch;
CREATE TRIGGER look AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.watch();
ALTER TABLE public.events DISABLE TRIGGER look;
ALTER TABLE public.events_rest ENABLE TRIGGER look;
