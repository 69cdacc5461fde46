ALTER TABLE public.desks OF public.office;
CREATE TABLE public.clinics OF public.contact (street NOT NULL, PRIMARY KEY (phone));
ALTER MATERIALIZED VIEW public.phones ALTER phone SET STATISTICS 7;
