#!/usr/bin/env bash
# Shows the whole way: definitions, generated code, a throw-away PostgreSQL with the schema, and a program that uses it.
# usage: demo.sh <folder of the built programs>; run in the root of the repository.
set -euo pipefail
programs=$1

# timed WHAT COMMAND...: runs the command, then says how long it took.
timed() {
  local what=$1 start=${EPOCHREALTIME/./}
  shift
  "$@"
  awk -v us=$((${EPOCHREALTIME/./} - start)) -v what="$what" 'BEGIN { printf "%8.0f ms  %s\n", us / 1000, what }'
}

# PostgreSQL refuses to run as root.
unprivileged() {
  if [[ $EUID -eq 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

newest_postgres() {
  local bin
  bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
  echo "${bin:-$(pg_config --bindir)}"
}

postgres=$(newest_postgres)
work=$(unprivileged mktemp -d /tmp/schemac-demo.XXXXXX)

stop() {
  unprivileged "$postgres/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT

start_server() {
  unprivileged "$postgres/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$log"
  unprivileged "$postgres/pg_ctl" -D "$work/data" -l "$work/server.log" -w start >>"$log" \
    -o "-k $work -c listen_addresses='' -c fsync=off"
}

apply_schema() {
  "$postgres/psql" -X -q -v ON_ERROR_STOP=1 --single-transaction -d "$DATABASE_URL" -f generated/schema.sql >>"$log"
}

load_seeds() {
  "$postgres/psql" -X -q -v ON_ERROR_STOP=1 -d "$DATABASE_URL" -f generated/seeds/dev.sql >>"$log"
}

# The program brings its own migrations.
tour_in_an_empty_database() {
  "$postgres/createdb" --maintenance-db "$DATABASE_URL" tour
  DATABASE_URL="postgresql:///tour?host=$work&user=postgres" "$programs/runtime_tour"
}

show_platform() {
  "$postgres/psql" -X -q -v ON_ERROR_STOP=1 -P pager=off -P footer=off -d "$DATABASE_URL" -f examples/tour.sql
}

log=${programs%/bin}/demo.log
export DATABASE_URL="postgresql:///postgres?host=$work&user=postgres"

timed "schemac generate: schema-defs/ to generated/" "$programs/schemac" generate schema-defs --out generated
timed "a throw-away PostgreSQL started" start_server
timed "generated/schema.sql applied" apply_schema
timed "examples/bills_service done" "$programs/bills_service"
timed "examples/runtime_tour done, its migrations included" tour_in_an_empty_database
timed "generated/seeds/dev.sql loaded" load_seeds
timed "the platform looked at" show_platform
