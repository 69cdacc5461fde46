ALTER TABLE t ADD b varchar;
