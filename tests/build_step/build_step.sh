#!/usr/bin/env bash
# Shows what schemac_generate() promises, on a user's project that finds an installed schemac: after each edit of the definitions,
# how often the compiler of definitions ran and which units the C++ compiler compiled.
# usage: build_step.sh <build folder of schemac> <generator of CMake> <C++ compiler>
set -euo pipefail
built=$1 generator=$2 cxx=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/schemac-build-step.XXXXXX")
trap 'rm -rf "$work"' EXIT
log=$work/log
mkdir "$work/tools"

# Both compilers run through a wrapper that writes down what it was asked to do.
cat >"$work/tools/schemac" <<EOF
#!/bin/sh
echo generate >>"$log"
exec "$work/prefix/bin/schemac" "\$@"
EOF
cat >"$work/tools/compile" <<EOF
#!/bin/sh
for argument in "\$@"; do case \$argument in *.cpp) echo "\${argument##*/}" >>"$log" ;; esac; done
exec "\$@"
EOF
chmod +x "$work"/tools/*

# build WHAT EXPECTED...: builds, and compares what ran, sorted, with EXPECTED.
build() {
  local what=$1 expected ran
  shift
  expected=$(printf '%s\n' "$@" | sort)
  : >"$log"
  cmake --build "$work/build" -j 2 >"$work/output" 2>&1 || { cat "$work/output"; echo "FAILED: $what: the build"; exit 1; }
  ran=$(sort "$log")
  if [[ $ran != "$expected" ]]; then
    echo "FAILED: $what: expected [${expected//$'\n'/ }], but [${ran//$'\n'/ }] ran"
    cat "$work/output"
    exit 1
  fi
  echo "passed: $what: [${ran//$'\n'/ }]"
}

# A build tool that compares times by the clock's tick must see an edit as later than the build before it.
edit() {
  sleep 0.1
  sed -i "$1" "$work/project/definitions/$2"
}

cmake --install "$built" --prefix "$work/prefix" >"$work/output"
cp -r "$here/project" "$work/project"
cmake -S "$work/project" -B "$work/build" -G "$generator" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER="$cxx" \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DSCHEMAC_EXECUTABLE="$work/tools/schemac" \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$work/tools/compile" >"$work/output" 2>&1 || { cat "$work/output"; exit 1; }

build "the first build" generate enums.cpp goods.cpp orders.cpp main.cpp
build "nothing changed" ""

sleep 0.1
touch "$work/project/definitions/orders.json"
build "a definition was touched" generate
build "nothing changed after that" ""

edit 's/"indexes"/"checks": {"positive_id": "id > 0"}, "indexes"/' orders.json
edit 's/"good_id": {/"ordered_on": "date", "good_id": {/' orders.json
build "a column was added to one domain" generate orders.cpp
build "nothing changed after that" ""

edit 's/"name": "text"/"name": "text", "label": "text?"/' goods.json
build "a column was added to the domain that main.cpp uses" generate goods.cpp main.cpp

edit 's/"tables": {/"tables": {"carts": {"columns": {"id": {"type": "bigint", "identity": "always"}}, "primary_key": ["id"]},/' orders.json
# Its id is a new type in the header of all ids.
build "a table was added" generate orders.cpp goods.cpp main.cpp
# The new header is known from here on: the build configures again, and asks the compiler of definitions once more.
cmake --build "$work/build" >"$work/output" 2>&1
build "nothing changed after that" ""

sleep 0.1
sed -e 's/goods/shelves/g' "$work/project/definitions/goods.json" >"$work/project/definitions/shelves.json"
build "a domain was added" generate shelves.cpp orders.cpp goods.cpp main.cpp

echo '{"domain": "places", "tables": {}}' >"$work/project/definitions/places.json"
build "an empty domain was added" generate
edit 's/"tables": {/"tables": {"places": {"columns": {"id": {"type": "bigint", "identity": "always"}}, "primary_key": ["id"]}/' places.json
build "it got its first table" generate places.cpp shelves.cpp orders.cpp goods.cpp main.cpp

edit 's/"tables"/"tabels"/' goods.json
if cmake --build "$work/build" >"$work/output" 2>&1; then
  echo "FAILED: a mistake in the definitions did not fail the build"
  exit 1
fi
edit 's/"tabels"/"tables"/' goods.json
cmake --build "$work/build" >"$work/output" 2>&1
build "a mistake was made and mended" ""
