#!/bin/sh
# Controleert en bouwt wat er gepubliceerd wordt: één gemeente, of alle. GitHub en GitLab roepen dit aan.
# Gebruik: sh tools/publiceren.sh utrecht public    of    sh tools/publiceren.sh alle public
set -eu
gemeente="${1:?noem een gemeente, of alle}"
map="${2:?noem de map waarin de site komt}"
[ ! -e "$map" ] || { echo "De map $map bestaat al: kies een andere." >&2; exit 1; }
if [ "$gemeente" = alle ]; then
  fgp check
  fgp build --all --out "$map"
else
  fgp check "$gemeente"
  werkmap=$(mktemp -d)
  fgp build "$gemeente" --out "$werkmap"
  mv "$werkmap/$gemeente" "$map"
  rm -rf "$werkmap"
fi
