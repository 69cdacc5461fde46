#!/usr/bin/env bash
# Every test that docs/requirements.md names is there. usage: requirements.sh; run in the root of the repository.
set -euo pipefail
missing=0
while IFS=. read -r suite test; do
  grep -rqE "TEST(_F|_P)?\($suite, $test\)" tests --include='*_test.cpp' || { echo "docs/requirements.md names $suite.$test, which is not there"; missing=1; }
done < <(grep -oE '`[A-Z][A-Za-z]+\.[a-z_0-9]+`' docs/requirements.md | tr -d '`' | sort -u)
while read -r suite; do
  grep -rqE "TEST(_F|_P)?\($suite, |(class|struct) $suite" tests runtime --include='*.cpp' --include='*.hpp' || { echo "docs/requirements.md names $suite, which is not there"; missing=1; }
done < <(grep -oE '`[A-Z][A-Za-z]+`' docs/requirements.md | tr -d '`' | sort -u)
exit "$missing"
