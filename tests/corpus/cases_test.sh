#!/usr/bin/env bash
# Runs every pair of schemas below $SCHEMAC_CASES through `schemac diff`, up and down; fails below the share that is the goal
# in either direction, and names what did not pass. cases_test.sh PROGRAM SCHEMAC
set -euo pipefail
if [[ -z ${SCHEMAC_CASES:-} ]]; then
  echo "SCHEMAC_CASES names no folder of cases"
  exit 77  # which ctest takes for skipped
fi
exec "$1" "$SCHEMAC_CASES"/*/ --schemac "$2" --at-least 97
