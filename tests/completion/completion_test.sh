#!/usr/bin/env bash
# What shells complete: bash is asked as readline asks it, zsh and fish read their scripts where they are installed.
# usage: completion_test.sh <schemac>
set -euo pipefail
schemac=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/definitions" "$folder/my defs"
touch "$folder/a file"
failed=0

"$schemac" completion bash >"$folder/bash"
"$schemac" completion zsh >"$folder/zsh"
"$schemac" completion fish >"$folder/fish"
cd "$folder"

# complete WORD...: what bash offers for the last of them, a line each. The words are split as readline splits them.
complete_words() {
  bash --norc -c '
    source "$0"
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_WORDBREAKS=$" \t\n\"'\''><=;|&(:"
    _schemac
    printf "%s\n" "${COMPREPLY[@]}"' "$folder/bash" "$@"
}

# expect WANTED WORD...: the words WANTED, with blanks between, are all that is offered.
expect() {
  local wanted=$1 found
  shift
  found=$(complete_words "$@" | sort | paste -sd' ')
  wanted=$(tr ' ' '\n' <<<"$wanted" | sort | paste -sd' ')
  if [[ $found != "$wanted" ]]; then
    echo "FAILED: $*: offered '$found', not '$wanted'"
    failed=1
  fi
}

# offers WANTED WORD...: WANTED is among what is offered.
offers() {
  local wanted=$1
  shift
  if ! complete_words "$@" | grep -xF -- "$wanted" >/dev/null; then
    echo "FAILED: $*: '$wanted' is not offered"
    failed=1
  fi
}

# Every command of the help, each with every option of its own help: none is forgotten, whoever adds it.
for command in $("$schemac" --help | sed -nE '/^commands:/,/^$/s/^  ([a-z_-]+) .*/\1/p'); do
  offers "$command" schemac ""
  for option in $("$schemac" "$command" --help | grep -oE '(^|[ ,])--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
    offers "$option" schemac "$command" -
  done
done

expect "generate" schemac gen
expect "--check" schemac fmt --ch
expect "human json sarif github" schemac check --format ""
expect "json" schemac check --format = j
expect "human json sarif github" schemac check --format =
expect "always auto" schemac check --color a
offers "view:manifest" schemac dump --stage "view"
offers "manifest" schemac dump --stage = view :
expect "manifest" schemac dump --stage = view : man
expect "bash fish zsh" schemac completion ""
expect "SC1104" schemac explain SC1104
expect "definitions" schemac check def
offers "my defs" schemac generate --out ""
offers "a file" schemac generate --depfile a
expect "" schemac generate --out a
expect "" schemac nonsense ""

bash -n bash
if command -v zsh >/dev/null; then zsh -n zsh || failed=1; fi
if command -v fish >/dev/null; then
  fish --no-execute fish || failed=1
  fish -c "source fish; complete -C 'schemac check --format '" | grep sarif >/dev/null || failed=1
fi
if "$schemac" completion tcsh >tcsh 2>/dev/null || [[ -s tcsh ]]; then
  echo "FAILED: a shell that is not known is refused"
  failed=1
fi
exit $failed
