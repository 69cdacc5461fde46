ALTER TYPE public.contact ADD ATTRIBUTE county text;
CREATE TABLE public.clinics OF public.contact (street NOT NULL, PRIMARY KEY (phone), county DEFAULT 'Kisii');
ALTER MATERIALIZED VIEW public.phones ALTER phone SET STATISTICS 9, ALTER phone SET STORAGE EXTERNAL;
ALTER TABLE public.desks ALTER phone SET STORAGE EXTERNAL, ALTER phone SET COMPRESSION pglz;
