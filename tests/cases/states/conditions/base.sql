CREATE TABLE public.bills (id integer, title text, amount numeric);
INSERT INTO public.bills SELECT i, 't' || i, i FROM generate_series(1, 10) i;
CREATE TABLE public.acts () INHERITS (public.bills);
INSERT INTO public.acts VALUES (11, 't11', 11);
