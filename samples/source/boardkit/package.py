"""From a design to its package: the whole way, with KiCad's design rule check on it."""

import os
import re
import shutil
import tempfile

import pcbnew

from . import build, manifest, outputs

# A common 1.6 mm four-layer build: 0.21 mm of 7628 prepreg below the outer layers (50 ohm at 0.38 mm).
STACKUPS = {
    4: (("F.Cu", "copper", 0.035), ("dielectric 1", "prepreg", 0.2104), ("In1.Cu", "copper", 0.0175),
        ("dielectric 2", "core", 1.03), ("In2.Cu", "copper", 0.0175), ("dielectric 3", "prepreg", 0.2104), ("B.Cu", "copper", 0.035)),
    2: (("F.Cu", "copper", 0.035), ("dielectric 1", "core", 1.51), ("B.Cu", "copper", 0.035)),
}


def make(design, package, manifest_path, board_path, extra_files=()):
    """Builds, routes, checks and plots. Returns 0, or 1 when nets stay open or the rule check finds an error."""
    work = tempfile.mkdtemp(prefix="board-")
    try:
        file = os.path.join(work, f"{design.name}.kicad_pcb")
        board, left = build.build(design)
        pcbnew.SaveBoard(file, board)
        _put_stackup(file, design)
        shutil.copyfile(file, board_path)
        board = build.fill(file)
        findings = _check(board, os.path.join(work, "drc.txt"))
        print("\n".join(findings))
        names = outputs.write(board, design, package)
        facts = manifest.write(board, design, names, extra_files, manifest_path)
        drilled, true = _drilled(package, names), facts["board"]
        wanted = true["platedRoundHoles"] + true["nonPlatedHoles"], true["platedSlots"] + true["nonPlatedSlots"]
        print(f"{design.name}: {facts['counts']}, {len(left)} nets in conflict, drilled {drilled} of {wanted} holes and slots")
        return 1 if left or drilled != wanted or any("Severity: error" in f for f in findings) else 0
    finally:
        shutil.rmtree(work)


def _check(board, report):
    """KiCad's design rule check: a text for each violation and each unconnected item."""
    pcbnew.WriteDRCReport(board, report, pcbnew.EDA_UNITS_MILLIMETRES, True)
    with open(report, encoding="utf-8") as file:
        text = file.read()
    print("\n".join(line for line in text.splitlines() if line.startswith("** Found")))
    return [m.group(0).strip() for m in re.finditer(r"^\[.*?(?=^\[|^\*\*|\Z)", text, re.M | re.S)]


def _drilled(folder, names):
    """Round holes and slots in the Excellon files, counted independently of KiCad's model."""
    holes = slots = 0
    for name in names:
        if name.endswith(".drl"):
            with open(os.path.join(folder, name), encoding="ascii") as file:
                lines = file.read().splitlines()
            slots += lines.count("M15")
            holes += sum(line.startswith("X") for line in lines)
    return holes, slots


def _put_stackup(file, design):
    """Writes the stack-up into the saved board: KiCad's Python module cannot reach it."""
    layers = ['(layer "F.SilkS" (type "Top Silk Screen") (color "White"))', '(layer "F.Paste" (type "Top Solder Paste"))',
              f'(layer "F.Mask" (type "Top Solder Mask") (thickness 0.02) (color "{design.mask}"))']
    for name, kind, thickness in STACKUPS[design.layers]:
        material = "" if kind == "copper" else ' (material "FR4") (epsilon_r 4.4) (loss_tangent 0.02)'
        layers.append(f'(layer "{name}" (type "{kind}") (thickness {thickness}){material})')
    layers += [f'(layer "B.Mask" (type "Bottom Solder Mask") (thickness 0.02) (color "{design.mask}"))',
               '(layer "B.Paste" (type "Bottom Solder Paste"))', '(layer "B.SilkS" (type "Bottom Silk Screen") (color "White"))',
               f'(copper_finish "{design.finish}")', "(dielectric_constraints no)"]
    stackup = "    (stackup\n" + "".join(f"      {line}\n" for line in layers) + "    )\n"
    with open(file, encoding="utf-8") as source:
        text = source.read()
    text = re.sub(r"    \(stackup\n.*?\n    \)\n", "", text, flags=re.S)
    text = text.replace("  (setup\n", "  (setup\n" + stackup, 1)
    with open(file, "w", encoding="utf-8") as target:
        target.write(text)


def run(design, folder, extra_files=()):
    source = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    samples = os.path.dirname(source)
    return make(design, os.path.join(samples, folder), os.path.join(samples, f"{design.name}.manifest.json"),
                os.path.join(source, f"{design.name}.kicad_pcb"), extra_files)

