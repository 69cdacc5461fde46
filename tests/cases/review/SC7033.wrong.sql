-- schemac script 1
SET lock_timeout = '3s';
REFRESH MATERIALIZED VIEW public.bill_totals;
