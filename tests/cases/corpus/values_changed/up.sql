UPDATE t SET a = 0; ALTER TABLE t ADD b text;
