-- schemac script 1
SET lock_timeout = '3s';
REFRESH MATERIALIZED VIEW CONCURRENTLY public.bill_totals;
