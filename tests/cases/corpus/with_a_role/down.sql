REVOKE ALL ON t FROM corpus_reader;
