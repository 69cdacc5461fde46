CREATE TABLE public.events (id integer, kind text NOT NULL, votes integer DEFAULT 3) PARTITION BY RANGE (id);
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT PARTITION BY RANGE (id);
CREATE TABLE public.events_last PARTITION OF public.events_rest DEFAULT;
ALTER TABLE public.events_rest ALTER COLUMN votes SET DEFAULT 7;
ALTER TABLE public.events_last ALTER COLUMN votes SET DEFAULT 8, ALTER COLUMN kind SET NOT NULL;
CREATE TABLE public.people (name text NOT NULL, age integer DEFAULT 1);
CREATE TABLE public.members () INHERITS (public.people);
ALTER TABLE public.members ALTER COLUMN name SET NOT NULL, ALTER COLUMN age SET DEFAULT 18;
