-- schemac script 1
SET lock_timeout = '3s';
ALTER TYPE public.stage ADD VALUE 'withdrawn' BEFORE 'passed';
