-- Sequences: bounds that leave the position out, and the columns that they go with.
CREATE SCHEMA "Odd";
CREATE SEQUENCE public.plain;
CREATE SEQUENCE "Odd"."A seq" AS smallint INCREMENT BY 5 MINVALUE 10 MAXVALUE 100 START WITH 20 CACHE 3 CYCLE;
CREATE SEQUENCE public.falls INCREMENT BY -1;
CREATE SEQUENCE public.narrows AS integer;
CREATE SEQUENCE public.moves MINVALUE 1 MAXVALUE 10;
CREATE SEQUENCE public.turns INCREMENT BY 2;
CREATE UNLOGGED SEQUENCE public.logged;
CREATE TABLE public.bills (id serial, small smallserial, other integer, "Number" bigint GENERATED ALWAYS AS IDENTITY);
CREATE SEQUENCE public.loose OWNED BY public.bills.other;
CREATE SEQUENCE public.caught;
CREATE TABLE public.drops (id bigserial);
