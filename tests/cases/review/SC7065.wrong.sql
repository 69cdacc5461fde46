-- schemac script 1
SET lock_timeout = '3s';
CREATE TABLE notes (id bigint PRIMARY KEY);
