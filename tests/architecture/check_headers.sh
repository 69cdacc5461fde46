#!/usr/bin/env bash
# Compiles every header of ours alone, so that none relies on what was included before it.
# usage: check_headers.sh <compiler> <jobs>; run in the root of the repository.
set -euo pipefail
compiler=$1 jobs=$2

headers() {
  local folder
  for folder in runtime/include generator generated/cpp/include tests/support tests/architecture; do
    [[ ! -d $folder ]] || find "$folder" -name '*.hpp'
  done | sort
}

count=$(headers | wc -l)
# shellcheck disable=SC2016  # the inner shell expands it
headers | xargs -P "$jobs" -I{} sh -c '
  printf "#include \"%s\"\n" "$PWD/$1" |
    "$0" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -Iruntime/include -Igenerator -Igenerated/cpp/include \
      -Itests -x c++ - || { echo "$1 does not compile alone" >&2; exit 1; }' "$compiler" {} ||
  { echo "headers that do not compile alone with $compiler: see above" >&2; exit 1; }
echo "$count headers compile alone with $compiler"
