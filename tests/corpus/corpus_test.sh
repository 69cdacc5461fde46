#!/usr/bin/env bash
# Runs the corpus program over small cases with a compiler that hands out the case's own scripts, most of them wrong:
# each fault is to be found, and nothing else. corpus_test.sh PROGRAM CASES WORK
set -euo pipefail
program=$1 cases=$2 work=$3
rm -rf "$work" && mkdir -p "$work"

cat >"$work/schemac" <<'FAKE'
#!/usr/bin/env bash
# diff --from A --to B --out DIR: DIR ends in the suite's and the case's name.
out=$7
case=$CASES/${out#"$KEEP"/*/}
[[ ! -e $case/fails ]] || { echo "it fails" >&2; exit 1; }
[[ -e $case/up.sql ]] || exit 0
cp "$case"/{up,down}.sql "$out"
exit 2
FAKE
chmod +x "$work/schemac"

export CASES=$cases KEEP=$work/plans
status=0
"$program" "$cases" --schemac "$work/schemac" --keep "$KEEP" --json "$work/report.json" >"$work/report.txt" || status=$?
[[ $status == 1 ]] || { echo "the program ended with $status" >&2; exit 1; }
grep '^corpus/' "$work/report.txt" | diff "$cases/expected.txt" - || { cat "$work/report.txt"; exit 1; }
grep -q '"cause": "passed"' "$work/report.json"
"$program" "$cases" --schemac "$work/schemac" --keep "$KEEP" --only corpus/passes | grep -q '1       1  100.0 %'
