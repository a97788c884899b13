#!/usr/bin/python3
"""Makes samples/sensor-node, its manifest of true values and the KiCad board.

    apt-get install --no-install-recommends kicad kicad-footprints python3-numpy gcc libc6-dev
    /usr/bin/python3 samples/source/make_sensor_node.py

Takes about a minute. The same KiCad version writes the same bytes.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from boardkit.package import run  # noqa: E402
from sensor_node import DESIGN  # noqa: E402

sys.exit(run(DESIGN, "sensor-node", ("fabrication-notes.txt", "README.md", "LICENSE")))
