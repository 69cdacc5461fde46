GRANT SELECT ON t TO corpus_reader;
