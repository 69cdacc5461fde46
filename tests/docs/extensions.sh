#!/usr/bin/env bash
# Holds docs/architecture.md to the tree: every ```diff block in it must apply to the sources, alone and after the others, and what
# it adds must compile.
# usage: extensions.sh <C++ compiler>; run in the root of the repository.
set -euo pipefail
compiler=$1
document=docs/architecture.md
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-extensions.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree" "$work/tree/docs"
cp -r generator templates "$work/tree"
cp docs/*.md "$work/tree/docs"

# A block that shows fences itself stands in longer ones.
awk -v folder="$work" '
  !fence && /^```+diff$/ { fence = $0; sub(/diff$/, "", fence); file = sprintf("%s/%02d.diff", folder, ++count); next }
  $0 == fence            { fence = ""; next }
  fence                  { print > file }' "$document"

apply() { patch --directory="$work/tree" -p1 --fuzz=0 --silent --no-backup-if-mismatch "$@"; }
fail() { echo "$document: $1"; exit 1; }

shopt -s nullglob
blocks=("$work"/*.diff)
[[ ${#blocks[@]} -gt 0 ]] || fail "there is no \`\`\`diff block in it"
for block in "${blocks[@]}"; do
  apply --dry-run --input="$block" || fail "the block that adds $(grep -m1 '^+++ ' "$block") does not apply"
done
for block in "${blocks[@]}"; do
  apply --input="$block" || fail "the block that adds $(grep -m1 '^+++ ' "$block") does not go with the others"
done

mapfile -t units < <(sed -n 's,^+++ b/\(generator/.*\.cpp\)$,\1,p' "${blocks[@]}" | sort -u)
for unit in "${units[@]}"; do
  "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I"$work/tree/generator" -Iruntime/include \
    "$work/tree/$unit" || fail "$unit does not compile"
  echo "compiles: $unit"
done
echo "${#blocks[@]} blocks apply"
