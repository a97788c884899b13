#!/bin/sh
# Kills a serving process with -9 at random moments while people upload and order, and holds what is left against what was acknowledged:
# nothing lost, nothing done twice, the audit whole, each start under three seconds. The test is tests/Turnkey.Server.Tests/Crashes.
# usage: bench/crash.sh [KILLS]   (100)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/turnkey" --version > /dev/null
program=$(sed -n 2p "$root/artifacts/launcher/stamp")
TURNKEY_KILLS=${1:-100} TURNKEY_PROGRAM=$root/artifacts/launcher/$program/turnkey \
  dotnet run --project "$root/tests/Turnkey.Server.Tests" -- --filter-class '*CrashTests' --xunit-diagnostics on
