CREATE TABLE public.bills (id integer, title text);
