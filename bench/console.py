"""Builds the console that measures Turnkey inside one warm process (bench/Turnkey.Benchmarks)."""
from __future__ import annotations
import os, subprocess, sys

from report import ROOT

PROJECT = os.path.join(ROOT, 'bench', 'Turnkey.Benchmarks')


def built_console() -> list[str]:
    """The command that starts it, built in Release from the present sources."""
    built = subprocess.run(['dotnet', 'build', PROJECT, '-c', 'Release', '-v', 'quiet', '--nologo'], capture_output=True, text=True)
    if built.returncode != 0:
        sys.exit(f'the build of {PROJECT} failed:\n{built.stdout[-3000:]}')
    return ['dotnet', os.path.join(PROJECT, 'bin', 'Release', 'net10.0', 'Turnkey.Benchmarks.dll')]
