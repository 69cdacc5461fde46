CREATE TABLE public.bills (id integer);
INSERT INTO public.bills VALUES (0), (1);
