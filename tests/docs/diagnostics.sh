#!/usr/bin/env bash
# Every code that the sources name has its section in docs/diagnostics.md, each section its code, and what is wrong with definitions
# (SC1xxx and SC3xxx) is shown by a case or a test. usage: diagnostics.sh; run in the root of the repository.
set -euo pipefail
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-diagnostics.XXXXXX")
trap 'rm -rf "$work"' EXIT
codes() { grep -rhoE 'SC[0-9]{4}' "$@" | sort -u; }

codes generator runtime --include='*.cpp' --include='*.hpp' >"$work/raised"
grep -oE '^## SC[0-9]{4}' docs/diagnostics.md | cut -c4- | sort >"$work/explained"
codes tests --include='*.cpp' --include='*.expected' --include='*.txt' >"$work/shown"
grep -E '^SC[13]' "$work/raised" >"$work/of_definitions"

missing=0
report() { # report MESSAGE: of every code on standard input
  while read -r code; do
    echo "$code $1"
    missing=1
  done
}
report "has no section in docs/diagnostics.md" < <(comm -23 "$work/raised" "$work/explained")
report "has a section in docs/diagnostics.md, and nothing raises it" < <(comm -13 "$work/raised" "$work/explained")
report "has two sections in docs/diagnostics.md" < <(uniq -d "$work/explained")
report "is shown by no test: add a case to tests/cases/check" < <(comm -23 "$work/of_definitions" "$work/shown")
exit "$missing"
