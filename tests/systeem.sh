#!/bin/sh
# De tests kijken in een echte browser. Dit installeert wat ontbreekt (Debian), of zegt wat u moet doen.
# Met "volledig" ook wat alleen `make test-all` vraagt: LibreOffice, en de npm-pakketten van tests/editors.
set -eu
map="$(dirname "$0")"
lijsten="$map/debian-pakketten.txt"
if [ "${1:-}" = "volledig" ]; then lijsten="$lijsten $map/debian-pakketten-volledig.txt"; fi
mist=""
for lijst in $lijsten; do
  while read -r pakket opdracht; do
    case "$pakket" in ''|'#'*) continue ;; esac
    case "$pakket" in chromium*) [ -n "${CHROMIUM:-}" ] && continue ;; esac
    command -v "$opdracht" >/dev/null 2>&1 || [ -e "$opdracht" ] || mist="$mist $pakket"
  done < "$lijst"
done

editors() {
  [ "${1:-}" = "volledig" ] || return 0
  merk="$map/editors/node_modules/.package-lock.json"
  [ -e "$merk" ] && [ "$merk" -nt "$map/editors/package-lock.json" ] && return 0
  npm ci --prefix "$map/editors" --ignore-scripts --no-audit --no-fund --silent && touch "$merk" && return 0
  echo "De editors voor de tests zijn niet opgehaald. Doe het zelf: npm ci --prefix tests/editors (Node.js 20 of nieuwer)." >&2
  exit 1
}

if [ -z "$mist" ]; then editors "${1:-}"; exit 0; fi
echo "Voor de tests ontbreekt nog:$mist"
als_root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then als_root="sudo"; else als_root="nee"; fi
fi
if [ "$als_root" = "nee" ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "Ik mag of kan dit hier niet zelf installeren. Doe het zo (Debian, Ubuntu): sudo apt-get install$mist" >&2
  echo "Staat Chromium ergens anders? Zet dan de variabele CHROMIUM op het pad van het programma." >&2
  exit 1
fi
$als_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $als_root apt-get install -y -qq --no-install-recommends $mist >/dev/null
editors "${1:-}"
