CREATE TABLE public.documents (id integer NOT NULL, title text, CONSTRAINT id_is_positive CHECK (id > 0));
CREATE TABLE public.bills (id integer NOT NULL, title text, sponsor text, CONSTRAINT id_is_positive CHECK (id > 0));
INSERT INTO public.bills SELECT i, 't' || i, 's' || i FROM generate_series(1, 10) i;
CREATE TABLE public.motions (id integer NOT NULL, title text);
INSERT INTO public.motions SELECT i, 't' || i FROM generate_series(1, 10) i;
