#!/usr/bin/env bash
# Checks every example of docs/definitions.md with the compiler. The word behind ```json says what a block is: a file, by its path;
# `columns` or `table`, members of such an object; `books`, the columns of the tables of the latter.
# usage: definitions.sh <schemac>; run in the root of the repository.
set -euo pipefail
schemac=$1
document=docs/definitions.md
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-definitions.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/blocks" "$work/project"

awk -v folder="$work/blocks" '
  !inside && /^```[a-z]+ / { inside = 1; gsub("/", "%", $2); file = sprintf("%s/%02d.%s", folder, ++count, $2); printf "" > file; next }
  /^```$/               { inside = 0 }
  inside                { print > file }' "$document"

fail() { echo "$document: $1"; exit 1; }

check() {
  "$schemac" check "$work/project" --color never || fail "the example ${1##*/} has mistakes"
  echo "no mistakes: ${1##*/}"
}

shopt -s nullglob
files=("$work"/blocks/*.{json,sql,csv})
[[ ${#files[@]} -gt 0 ]] || fail "there is no file in it"
for block in "${files[@]}"; do
  name=${block##*/}
  path=${name#*.}
  install -D "$block" "$work/project/${path//%//}"
done
check "the files"
example() { # example BLOCK MEMBERS...: the members are those of a table
  local block=$1
  shift
  { printf '{"domain": "example", "tables": {"examples": {"keep": "an example",'
    cat "$@"
    printf '}}}\n'; } >"$work/project/example.json"
  check "$block"
}
for block in "$work"/blocks/*; do
  case ${block##*.} in
    json | sql | csv | books) ;;
    columns) example "$block" <(printf '"columns": {') "$block" <(printf '}') ;;
    table) example "$block" <(printf '"columns": {') "$work"/blocks/*.books <(printf '},') "$block" ;;
    *) fail "block ${block##*/}: say what it is behind \`\`\`json" ;;
  esac
done
