// What LeakSanitizer need not report: leaks of the libraries that we use, which are not ours to free.
// Compiled into every test program.

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return
      // libpqxx 6.4 loses the PGresult of a statement during which the connection broke (make_result throws
      // while it holds it): some 2 KB a lost connection.
      "leak:libpqxx-6.4\n"
      // libpg_query 15-4.0.0: pg_query_parse_plpgsql() drops the copy of what the parser wrote to its
      // standard error, a byte a call, where a body is refused.
      "leak:pg_query_raw_parse\n";
}
