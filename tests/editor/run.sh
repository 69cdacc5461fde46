#!/usr/bin/env bash
# Installs the packages that package-lock.json names into the build folder, once, and runs editor_test.mjs on them.
# usage: run.sh <schemac> <source folder> <build folder>
set -euo pipefail
schemac=$1 source=$2 build=$3
here=$source/tests/editor

if ! command -v npm >/dev/null; then
  echo "skipped: npm is not installed" >&2
  exit 77
fi
mkdir -p "$build"
cd "$build"
if ! cmp -s "$here/package-lock.json" installed.json; then
  cp "$here/package.json" "$here/package-lock.json" .
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json installed.json
fi
exec node --test-reporter=spec "$here/editor_test.mjs" "$schemac" "$source"
