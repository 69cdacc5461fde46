#!/usr/bin/env bash
# Writes generator/sql/facts/postgres_15.inc: what the catalogue of a fresh PostgreSQL 15, with the extensions of its
# contrib, says of types, functions, operators, casts and operator classes.
#   scripts/extract_facts.sh [folder of the server's programs]     (as any user but root, or as root with a user postgres)
# Needs the server and its contrib (Debian: postgresql-15) and python3. The output depends on nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bin=${1:-/usr/lib/postgresql/15/bin}
work=$(mktemp -d)
as=()
if [[ $EUID == 0 ]]; then
  as=(runuser -u postgres --)
  chown postgres "$work"
fi
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT

"${as[@]}" "$bin/initdb" -D "$work/data" --locale=C -E UTF8 -U postgres -A trust >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" -o "-k $work -c listen_addresses='' -c fsync=off" start >/dev/null
psql=("${as[@]}" "$bin/psql" -h "$work" -U postgres -X -q -A -t -v ON_ERROR_STOP=1)

for extension in bloom btree_gin btree_gist citext cube dict_int dict_xsyn earthdistance fuzzystrmatch hstore intarray \
  isn lo ltree pg_trgm pgcrypto seg tablefunc tsm_system_rows tsm_system_time unaccent uuid-ossp xml2; do
  "${psql[@]}" -c "CREATE EXTENSION \"$extension\" CASCADE" postgres 2>/dev/null
done
"${psql[@]}" -f - postgres <scripts/facts.sql >"$work/facts.tsv"
python3 scripts/pack_facts.py "$work/facts.tsv" >generator/sql/facts/postgres_15.inc
