-- schemac script 1
SET lock_timeout = '3s';
-- allow SC7049: only counts
DO $$ BEGIN RAISE NOTICE '%', 1; END $$;
