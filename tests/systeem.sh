#!/bin/sh
# De tests kijken in een echte browser. Dit installeert wat ontbreekt (Debian), of zegt wat u moet doen.
set -eu
lijst="$(dirname "$0")/debian-pakketten.txt"
mist=""
while read -r pakket opdracht; do
  case "$pakket" in ''|'#'*) continue ;; esac
  case "$pakket" in chromium*) [ -n "${CHROMIUM:-}" ] && continue ;; esac
  command -v "$opdracht" >/dev/null 2>&1 || [ -e "$opdracht" ] || mist="$mist $pakket"
done < "$lijst"
[ -z "$mist" ] && exit 0
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
