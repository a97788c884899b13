"""Writes what a manufacturer gets: Gerber X2 with job file, Excellon, centroid, bill of materials.

Every file carries the design's own date instead of the clock's, so that the same design gives the same bytes.
"""

import csv
import io
import os
import re

import pcbnew

from .legend import natural
from .pcb import local

PLOTS = (("F_Cu", pcbnew.F_Cu), ("In1_Cu", pcbnew.In1_Cu), ("In2_Cu", pcbnew.In2_Cu), ("B_Cu", pcbnew.B_Cu),
         ("F_Mask", pcbnew.F_Mask), ("B_Mask", pcbnew.B_Mask), ("F_Paste", pcbnew.F_Paste), ("B_Paste", pcbnew.B_Paste),
         ("F_Silkscreen", pcbnew.F_SilkS), ("B_Silkscreen", pcbnew.B_SilkS), ("Edge_Cuts", pcbnew.Edge_Cuts))


def write(board, design, folder):
    """Writes the package into the folder and returns the file names written, in order."""
    os.makedirs(folder, exist_ok=True)
    names = [*_gerbers(board, design, folder), *_drills(board, design, folder)]
    if design.parts:
        names += [_centroid(board, design, folder), _bill(design, folder)]
    for name in names:
        _fix_dates(os.path.join(folder, name), design.date)
    return names


def _gerbers(board, design, folder):
    control = pcbnew.PLOT_CONTROLLER(board)
    options = control.GetPlotOptions()
    options.SetOutputDirectory(folder)
    options.SetPlotFrameRef(False)
    options.SetPlotValue(False)
    options.SetPlotReference(True)
    options.SetPlotInvisibleText(False)
    options.SetUseGerberX2format(True)
    options.SetIncludeGerberNetlistInfo(True)
    options.SetUseGerberProtelExtensions(False)
    options.SetUseAuxOrigin(True)
    options.SetSubtractMaskFromSilk(True)
    options.SetGerberPrecision(6)
    options.SetCreateGerberJobFile(False)
    options.SetDrillMarksType(pcbnew.PCB_PLOT_PARAMS.NO_DRILL_SHAPE)
    options.SetSkipPlotNPTH_Pads(True)
    job = pcbnew.GERBER_JOBFILE_WRITER(board)
    names = []
    for suffix, layer in PLOTS:
        if not board.IsLayerEnabled(layer):
            continue
        control.SetLayer(layer)
        control.OpenPlotfile(suffix, pcbnew.PLOT_FORMAT_GERBER, suffix)
        control.PlotLayer()
        name = f"{design.name}-{suffix}.gbr"
        job.AddGbrFile(layer, name)
        names.append(name)
    control.ClosePlot()
    job_name = f"{design.name}-job.gbrjob"
    job.CreateJobFile(os.path.join(folder, job_name))
    return [*names, job_name]


def _drills(board, design, folder):
    writer = pcbnew.EXCELLON_WRITER(board)
    writer.SetOptions(False, False, board.GetDesignSettings().GetAuxOrigin(), False)
    writer.SetFormat(True, pcbnew.EXCELLON_WRITER.DECIMAL_FORMAT)
    writer.CreateDrillandMapFilesSet(folder, True, False)
    names = [f"{design.name}-PTH.drl", f"{design.name}-NPTH.drl"]
    return [name for name in names if os.path.exists(os.path.join(folder, name))]


def placements(board, design):
    """Of every fitted part: designator, x and y in mm from the lower left corner, rotation as the centroid has it, side."""
    rows = []
    for footprint in board.Footprints():
        name = footprint.GetReference()
        if name not in design.parts or not design.parts[name].fitted:
            continue
        x, y = local(footprint.GetPosition())
        side = "bottom" if footprint.IsFlipped() else "top"
        rotation = footprint.GetOrientationDegrees() % 360
        rows.append((name, round(x, 4), round(design.height - y, 4), round(rotation, 2), side))
    return sorted(rows, key=lambda r: natural(r[0]))


def bill(design):
    """Lines of the bill of materials: (designators, item, fitted); parts not fitted have their own lines."""
    lines = {}
    for name, part in design.parts.items():
        lines.setdefault((part.item, part.fitted), []).append(name)
    found = [(sorted(names, key=natural), design.items[item], fitted) for (item, fitted), names in lines.items()]
    return sorted(found, key=lambda line: (not line[2], natural(line[0][0])))


def _write_csv(path, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())


def _centroid(board, design, folder):
    name = f"{design.name}-all-pos.csv"
    rows = [("Ref", "Val", "Package", "PosX", "PosY", "Rot", "Side")]
    for ref, x, y, rotation, side in placements(board, design):
        item = design.items[design.parts[ref].item]
        rows.append((ref, item.value, item.footprint.split(":")[1], f"{x:.4f}", f"{y:.4f}", f"{rotation:.2f}", side))
    _write_csv(os.path.join(folder, name), rows)
    return name


def _bill(design, folder):
    name = f"{design.name}-bom.csv"
    rows = [("Item", "Qty", "Designators", "Value", "Manufacturer", "MPN", "Description", "Footprint", "Mounting", "DNP")]
    for number, (names, item, fitted) in enumerate(bill(design), 1):
        rows.append((number, len(names), ", ".join(names), item.value, item.manufacturer, item.mpn, item.description,
                     item.footprint.split(":")[1], item.mounting, "" if fitted else "DNP"))
    _write_csv(os.path.join(folder, name), rows)
    return name


DATES = (
    (re.compile(r"(%TF\.CreationDate,|; #@! TF\.CreationDate,)[^*\n]*"), r"\g<1>{date}T00:00:00+00:00"),
    (re.compile(r"(G04 Created by KiCad \(PCBNEW [^)]*\) date )[^*]*"), r"\g<1>{date} 00:00:00"),
    (re.compile(r"(; DRILL file \{[^}]*\} date ).*"), r"\g<1>{date}"),
    (re.compile(r'("CreationDate":\s*")[^"]*'), r"\g<1>{date}T00:00:00+00:00"),
)


def _fix_dates(path, date):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    for pattern, replacement in DATES:
        text = pattern.sub(replacement.replace("{date}", date), text)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
