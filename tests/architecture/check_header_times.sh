#!/usr/bin/env bash
# Every public header of the runtime compiles alone in under half a second: each unit of a user's pays for it. What counts is
# processor time, the best of three tries, so that other work on the machine does not decide; and where all is slow there, two and a
# half times what <memory> takes, which most of them include.
# usage: check_header_times.sh <compiler>; run in the root of the repository.
set -euo pipefail
compiler=$1 limit_ms=500
TIMEFORMAT='%U %S'

# spent_ms HEADER: user and system time of compiling it.
spent_ms() {
  { time "$compiler" -std=c++20 -fsyntax-only -Iruntime/include -x c++ - <<<"#include \"$1\""; } 2>&1 |
    awk '{ printf "%d\n", ($1 + $2) * 1000 }'
}

base_ms=$(spent_ms memory)
((base_ms * 5 / 2 <= limit_ms)) || limit_ms=$((base_ms * 5 / 2))
slowest_ms=0 slowest= failed=0
while read -r header; do
  best=$limit_ms
  for _ in 1 2 3; do
    ms=$(spent_ms "$header")
    ((ms >= best)) || best=$ms
    ((best >= limit_ms)) || break
  done
  ((best < limit_ms)) || { echo "$header: $limit_ms ms or more" >&2; failed=1; }
  ((best <= slowest_ms)) || { slowest_ms=$best slowest=$header; }
done < <(find runtime/include -name '*.hpp' -printf '%P\n' | sort)
echo "the slowest public header is $slowest with $slowest_ms ms"
exit "$failed"
