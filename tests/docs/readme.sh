#!/usr/bin/env bash
# Holds README.md to what schemac does: its definition generates the lines of C++ that it shows, and its program compiles against them.
# usage: readme.sh <schemac> <C++ compiler>; run in the root of the repository.
set -euo pipefail
schemac=$1 compiler=$2
document=README.md
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-readme.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/definitions"

fail() { echo "$document: $1"; exit 1; }

# block FENCE: the text of the one block that FENCE opens.
block() {
  awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; found = 1; next } /^```$/ { inside = 0 } inside
    END { exit !found }' "$document" || fail "there is no block $1"
}

echo '{"namespace": "diary", "postgres": 15}' >"$work/definitions/schemac.json"
block "json diary.json" >"$work/definitions/diary.json"
"$schemac" generate "$work/definitions" --out "$work/generated" --color never || fail "the definition has mistakes"

block "cpp generated" | while IFS= read -r line; do
  grep -qxF -e "$line" "$work/generated/cpp/include/diary/notes.hpp" || fail "this is not generated: $line"
done

block "cpp program" >"$work/program.cpp"
for unit in "$work/program.cpp" "$work"/generated/cpp/src/*.cpp; do
  "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -I"$work/generated/cpp/include" -Iruntime/include "$unit" ||
    fail "${unit##*/} does not compile"
done
echo "the example is what schemac makes, and compiles"
