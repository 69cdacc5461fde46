CREATE TABLE t (a integer NOT NULL); GRANT SELECT ON t TO corpus_reader;
