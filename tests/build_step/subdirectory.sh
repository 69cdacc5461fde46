#!/usr/bin/env bash
# Shows that a user's project may have schemac as a subdirectory instead of finding an installed one: it configures, and knows the
# step that generates. (Building it all a second time would show little more.)
# usage: subdirectory.sh <sources of schemac> <C++ compiler>
set -euo pipefail
sources=$1 cxx=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-subdirectory.XXXXXX")
trap 'rm -rf "$work"' EXIT

cp -r "$here/project" "$work/project"
sed -i "s,^find_package(schemac REQUIRED)$,add_subdirectory($sources schemac)," "$work/project/CMakeLists.txt"
cmake -S "$work/project" -B "$work/build" -G Ninja -DCMAKE_CXX_COMPILER="$cxx" >"$work/output" 2>&1 ||
  { cat "$work/output"; exit 1; }
cmake --build "$work/build" --target help >"$work/output"
grep -q 'shop_db-schemac/stamp: CUSTOM_COMMAND' "$work/output" || { echo "FAILED: no step that generates"; cat "$work/output"; exit 1; }
if grep -q 'gtest\|_test:' "$work/output"; then
  echo "FAILED: schemac's own tests are part of the user's build"
  exit 1
fi
echo "passed: schemac as a subdirectory"
