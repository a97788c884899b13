#!/usr/bin/env bash
# Runs every benchmark on a folder of packages, one after the other on an otherwise quiet machine, and writes their sections of a page of results.
#
# usage: bench/all.sh PACKAGES [PAGE]     PAGE: docs/benchmarks.md of this repository
#
# Needs gerbv, node, npm, and Debian's python3-numpy, python3-pil and python3-shapely. Takes about an hour and a half for 18 packages on two cores.
# Exit code 1 when a benchmark missed its bar or did not run; the others run all the same.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 1 ] && [ -d "$1" ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
packages=$(cd "$1" && pwd)
page=${2:-$here/../docs/benchmarks.md}
missed=()

measure() {
  local name=$1 begin=$SECONDS
  shift
  "$@" > /dev/null && echo "ok      $name ($((SECONDS - begin)) s)" && return
  missed+=("$name")
  echo "MISSED  $name ($((SECONDS - begin)) s)"
}

truth=()
[ -f "$packages/INDEX.tsv" ] && truth=(--truth "$packages/INDEX.tsv")

measure 'self-test of the page' python3 "$here/report.py"
measure 'self-test of the image comparison' "$here/gerber.py" --self-test
measure 'self-test of the exact evaluation' "$here/exact.py" --self-test
measure 'self-test of the nets' "$here/nets.py" --self-test
measure 'self-test of the purchases' "$here/sourcing.py" --self-test
measure 'self-test of planted defects' "$here/defects.py" --self-test
measure 'packages' "$here/packages.py" "$packages" "${truth[@]}" --write "$page"
measure 'Gerber files against gerbv' "$here/gerber.py" "$packages" --write "$page"
measure 'copper against an exact evaluation' "$here/exact.py" "$packages" --write "$page"
measure 'nets against netlists' "$here/nets.py" "$packages" --write "$page"
measure 'whole packages against pcb-stackup' "$here/stackup/compare.py" "$packages" --write "$page"
measure 'Gerber reading against size' "$here/scaling.py" "$packages" --write "$page"

measure 'design review: planted defects' "$here/defects.py" "$packages" --sample --write "$page"
measure 'design review: boards that were made' "$here/false_alarms.py" "$packages" --write "$page"
measure 'design review: speed' "$here/checks.py" "$packages" --write "$page"
/usr/bin/python3 -c 'import pcbnew' 2> /dev/null && measure "design review: KiCad's own rules" "$here/kicad.py" --write "$page"
measure 'scrubbed parts lists' "$here/scrub.py" "$packages" --write "$page"
measure 'kit completion' "$here/risk.py" --write "$page"
instances=$packages/../bench/sourcing
[ -d "$instances" ] && measure 'purchases against a MILP solver' "$here/sourcing.py" "$instances" --write "$page"

measure 'the server under load' "$here/portal.py" --write "$page"
measure 'the server killed at random moments' "$here/crash.sh"

[ ${#missed[@]} -eq 0 ]
