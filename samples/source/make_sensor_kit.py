#!/usr/bin/python3
"""Makes the boards of samples/sensor-kit with their manifests; as make_sensor_node.py, and needs the same."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import button_board  # noqa: E402
import front_panel  # noqa: E402
from boardkit.package import run  # noqa: E402

sys.exit(run(button_board.DESIGN, "sensor-kit/boards/button", ("fabrication-notes.txt",)) |
         run(front_panel.DESIGN, "sensor-kit/boards/front", ("fabrication-notes.txt",)))
