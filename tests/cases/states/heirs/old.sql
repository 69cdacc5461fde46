CREATE TABLE public.events (id integer, kind text, votes integer) PARTITION BY RANGE (id);
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT PARTITION BY RANGE (id);
CREATE TABLE public.events_last PARTITION OF public.events_rest DEFAULT;
ALTER TABLE public.events_rest ALTER COLUMN votes SET DEFAULT 7;
ALTER TABLE public.events_last ALTER COLUMN votes SET DEFAULT 8, ALTER COLUMN kind SET NOT NULL;
CREATE TABLE public.people (name text, age integer);
CREATE TABLE public.members () INHERITS (public.people);
ALTER TABLE public.members ALTER COLUMN name SET NOT NULL, ALTER COLUMN age SET DEFAULT 18;
