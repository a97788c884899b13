"""The sensor node: a battery powered board with an 868 MHz LoRa module, USB-C charging and two sensors."""

from dataclasses import replace
from math import cos, pi, sin

from boardkit.design import Design, Item, Part

R0402, C0402, C0603 = "Resistor_SMD:R_0402_1005Metric", "Capacitor_SMD:C_0402_1005Metric", "Capacitor_SMD:C_0603_1608Metric"
C1206, SOT23 = "Capacitor_SMD:C_1206_3216Metric", "Package_TO_SOT_SMD:SOT-23"


def resistor(code, value, kind="F", tolerance="1%"):
    return Item("Yageo", f"RC0402{kind}R-07{code}L", value, f"Resistor {value} {tolerance} 1/16W 0402", R0402)


def capacitor(mpn, value, description, footprint=C0402):
    return Item("Murata", mpn, value, f"Capacitor ceramic {value} {description}", footprint)


ITEMS = {
    "mcu": Item("Microchip", "ATSAMD21E18A-MU", "ATSAMD21E18A", "Microcontroller Cortex-M0+ 256K flash QFN-32",
                "Package_DFN_QFN:QFN-32-1EP_5x5mm_P0.5mm_EP3.6x3.6mm"),
    "radio": Item("HopeRF", "RFM95W-868S2", "RFM95W-868", "LoRa transceiver module 868 MHz", "RF_Module:HOPERF_RFM9XW_SMD"),
    "charger": Item("Microchip", "MCP73831T-2ACI/OT", "MCP73831-2", "Li-ion charge controller 4.2 V SOT-23-5",
                    "Package_TO_SOT_SMD:SOT-23-5"),
    "ldo": Item("Microchip", "MCP1700T-3302E/TT", "MCP1700-3.3", "LDO regulator 3.3 V 250 mA SOT-23", SOT23),
    "usb-esd": Item("STMicroelectronics", "USBLC6-2SC6", "USBLC6-2", "USB ESD protection SOT-23-6", "Package_TO_SOT_SMD:SOT-23-6"),
    "humidity": Item("Sensirion", "SHT40-AD1B-R2", "SHT40", "Humidity and temperature sensor DFN-4",
                     "Sensor_Humidity:Sensirion_DFN-4_1.5x1.5mm_P0.8mm_SHT4x_NoCentralPad"),
    "switch": Item("Texas Instruments", "TPS22918DBVR", "TPS22918", "Load switch 2 A SOT-23-6", "Package_TO_SOT_SMD:SOT-23-6"),
    "accelerometer": Item("STMicroelectronics", "LIS2DH12TR", "LIS2DH12", "Accelerometer 3 axes LGA-12", "Package_LGA:LGA-12_2x2mm_P0.5mm"),
    "flash": Item("Winbond", "W25Q16JVSNIQ", "W25Q16JV", "Serial NOR flash 16 Mbit SOIC-8", "Package_SO:SOIC-8_3.9x4.9mm_P1.27mm"),
    "pfet": Item("Diodes Incorporated", "DMG2305UX-7", "DMG2305UX", "MOSFET P 20 V 4.2 A SOT-23", SOT23),
    "schottky": Item("Diodes Incorporated", "B0520LW-7-F", "B0520LW", "Schottky diode 20 V 0.5 A SOD-123", "Diode_SMD:D_SOD-123"),
    "red": Item("Kingbright", "APT1608SURCK", "red", "LED red 0603", "LED_SMD:LED_0603_1608Metric"),
    "green": Item("Kingbright", "APT1608CGCK", "green", "LED green 0603", "LED_SMD:LED_0603_1608Metric"),
    "tvs": Item("Nexperia", "PESD5V0S1BA,115", "PESD5V0S1BA", "ESD protection diode 5 V bidirectional SOD-323", "Diode_SMD:D_SOD-323"),
    "fuse": Item("Littelfuse", "1206L050YR", "500 mA", "Resettable fuse 500 mA 13.2 V 1206", "Fuse:Fuse_1206_3216Metric"),
    "bead": Item("Murata", "BLM18AG601SN1D", "600R@100MHz", "Ferrite bead 600 ohm 0603", "Inductor_SMD:L_0603_1608Metric"),
    "5n6": Item("Murata", "LQG15HS5N6C02D", "5.6nH", "Inductor 5.6 nH 0402", "Inductor_SMD:L_0402_1005Metric"),
    "crystal": Item("Epson", "Q13FC13500004", "32.768kHz", "Crystal 32.768 kHz 12.5 pF FC-135", "Crystal:Crystal_SMD_3215-2Pin_3.2x1.5mm"),
    "usb": Item("GCT", "USB4105-GF-A", "USB-C", "USB-C receptacle USB 2.0 horizontal",
                "Connector_USB:USB_C_Receptacle_GCT_USB4105-xx-A_16P_TopMnt_Horizontal"),
    "battery": Item("JST", "S2B-PH-K-S(LF)(SN)", "Battery", "Header PH 2 way 2.0 mm side entry",
                    "Connector_JST:JST_PH_S2B-PH-K_1x02_P2.00mm_Horizontal", "THT"),
    "terminal": Item("Phoenix Contact", "1725672", "MPT 0,5/4-2,54", "Terminal block 4 way 2.54 mm",
                     "TerminalBlock_Phoenix:TerminalBlock_Phoenix_MPT-0,5-4-2.54_1x04_P2.54mm_Horizontal", "THT"),
    "debug": Item("Samtec", "FTSH-105-01-F-D-K", "SWD", "Header 2x5 1.27 mm through hole",
                  "Connector_PinHeader_1.27mm:PinHeader_2x05_P1.27mm_Vertical", "THT"),
    "antenna": Item("Hirose", "U.FL-R-SMT-1(10)", "U.FL", "Coaxial receptacle U.FL",
                    "Connector_Coaxial:U.FL_Hirose_U.FL-R-SMT-1_Vertical"),
    "button": Item("C&K", "PTS810SJM250SMTRLFS", "PTS810", "Tactile switch 4.2x3.2 mm", "Button_Switch_SMD:SW_SPST_PTS810"),
    "0R": resistor("0R", "0R", "J", "5%"),
    "100R": resistor("100R", "100R"), "1k": resistor("1K", "1k"), "3k9": resistor("3K9", "3.9k"),
    "4k7": resistor("4K7", "4.7k"), "5k1": resistor("5K1", "5.1k"), "10k": resistor("10K", "10k"),
    "100k": resistor("100K", "100k"), "1M": resistor("1M", "1M"),
    "1p8": capacitor("GRM1555C1H1R8BA01D", "1.8pF", "50V C0G 0402"),
    "18p": capacitor("GRM1555C1H180JA01D", "18pF", "50V C0G 5% 0402"),
    "1n": capacitor("GRM155R71H102KA01D", "1nF", "50V X7R 10% 0402"),
    "100n": capacitor("GRM155R71C104KA88D", "100nF", "16V X7R 10% 0402"),
    "1u": capacitor("GRM155R61A105KE15D", "1uF", "10V X5R 10% 0402"),
    "4u7": capacitor("GRM188R61A475KE15D", "4.7uF", "10V X5R 10% 0603", C0603),
    "10u": capacitor("GRM188R60J106ME47D", "10uF", "6.3V X5R 20% 0603", C0603),
    "47u": capacitor("GRM31CR60J476ME19L", "47uF", "6.3V X5R 20% 1206", C1206),
}


def two(item, x, y, rotation, first, second, side="top", fitted=True):
    """A part with the two pads 1 and 2."""
    return Part(item, x, y, rotation, side, {"1": first, "2": second}, fitted)


def pins(**named):
    return {name.lstrip("_"): net for name, net in named.items()}


PARTS = {
    "U1": Part("mcu", 39, 16.5, pins=pins(
        _1="XIN32", _2="XOUT32", _3="VBAT_SENSE", _4="RF_RST", _5="RF_NSS", _6="SCK", _7="MISO", _8="MOSI",
        _9="VDDANA", _10="GND", _11="SDA", _12="SCL", _13="RF_DIO0", _14="RF_DIO1", _16="FLASH_CS",
        _17="1W", _18="PULSE", _19="EXT_EN", _20="ACC_INT", _21="LED", _22="USER", _23="USB_DN", _24="USB_DP",
        _25="VBUS_DET", _26="NRST", _28="GND", _29="VDDCORE", _30="+3V3", _31="SWCLK", _32="SWDIO", _33="GND")),
    "U2": Part("radio", 20, 16.5, 180, pins=pins(
        _1="GND", _2="MISO", _3="MOSI", _4="SCK", _5="RF_NSS", _6="RF_RST", _8="GND", _9="RF_ANT", _10="GND",
        _13="+3V3", _14="RF_DIO0", _15="RF_DIO1")),
    "U3": Part("charger", 52.6, 24.8, pins=pins(_1="STAT", _2="GND", _3="VBAT", _4="VBUS", _5="PROG")),
    "U4": Part("ldo", 43.6, 24, pins=pins(_1="GND", _2="+3V3", _3="VSYS")),
    "U5": Part("usb-esd", 51.8, 14, pins=pins(_1="USB_DP", _2="GND", _3="USB_DN", _4="USB_DN", _5="VBUS", _6="USB_DP")),
    "U6": Part("humidity", 4, 28.6, pins=pins(_1="SDA", _2="SCL", _3="+3V3", _4="GND")),
    "U7": Part("switch", 39, 30.1, 180, pins=pins(_1="+3V3", _2="GND", _3="EXT_EN", _4="CT", _5="VEXT", _6="VEXT")),
    "U8": Part("accelerometer", 20, 31, 0, "bottom", pins(
        _1="SCL", _2="+3V3", _3="ACC_SA0", _4="SDA", _5="GND", _6="GND", _7="GND", _8="GND", _9="+3V3", _10="+3V3", _12="ACC_INT")),
    "U9": Part("flash", 33, 27, 0, "bottom", pins(
        _1="FLASH_CS", _2="MISO", _3="+3V3", _4="GND", _5="MOSI", _6="SCK", _7="+3V3", _8="+3V3")),
    "Q1": Part("pfet", 48.2, 24, pins=pins(_1="VBUS", _2="VSYS", _3="VBAT")),
    "D1": two("schottky", 46.8, 19.6, 0, "VSYS", "VBUS"),
    "D2": two("red", 61, 21.3, 0, "STAT", "CHG_A"),
    "D3": two("green", 50.1, 8.4, 0, "GND", "LED_A"),
    "D4": two("tvs", 29, 29.2, 90, "1W_EXT", "GND"),
    "D5": two("tvs", 32.6, 29.2, 90, "PULSE_EXT", "GND"),
    "F1": two("fuse", 52.6, 19.6, 180, "VBUS_IN", "VBUS"),
    "FB1": two("bead", 35.2, 22.3, 270, "VDDANA", "+3V3"),
    "L1": two("5n6", 8.7, 9.5, 0, "RF_OUT", "RF_ANT"),
    "Y1": two("crystal", 33.2, 13, 90, "XOUT32", "XIN32"),
    "J1": Part("usb", 60.3, 14, 90, pins=pins(
        _A1="GND", _A4="VBUS_IN", _A5="CC1", _A6="USB_DP", _A7="USB_DN", _A9="VBUS_IN", _A12="GND",
        _B1="GND", _B4="VBUS_IN", _B5="CC2", _B6="USB_DP", _B7="USB_DN", _B9="VBUS_IN", _B12="GND", _S1="GND")),
    "J2": two("battery", 57.2, 28.6, 90, "VBAT", "GND"),
    "J3": Part("terminal", 27.2, 36, pins=pins(_1="VEXT", _2="1W_EXT", _3="PULSE_EXT", _4="GND")),
    "J4": Part("debug", 36.4, 5.6, 90, pins=pins(
        _1="+3V3", _2="SWDIO", _3="GND", _4="SWCLK", _5="GND", _9="GND", _10="NRST")),
    "J5": two("antenna", 5, 9.5, 180, "RF_OUT", "GND"),
    "SW1": two("button", 46, 4.8, 0, "NRST", "GND"),
    "SW2": two("button", 54, 4.8, 0, "USER", "GND"),

    "R1": two("5k1", 53.6, 16.8, 180, "CC1", "GND"),
    "R2": two("5k1", 53.6, 10.8, 180, "CC2", "GND"),
    "R3": two("3k9", 54.6, 22.4, 0, "PROG", "GND"),
    "R4": two("1k", 57.8, 21.3, 180, "CHG_A", "VBUS"),
    "R5": two("1k", 50.1, 10, 0, "LED", "LED_A"),
    "R6": two("4k7", 31.6, 21.4, 180, "SDA", "+3V3"),
    "R7": two("4k7", 31.6, 22.8, 180, "SCL", "+3V3"),
    "R8": two("10k", 43.6, 11, 90, "NRST", "+3V3"),
    "R9": two("1M", 51.4, 30.4, 180, "VBAT", "VBAT_SENSE"),
    "R10": two("1M", 51.4, 32.2, 0, "VBAT_SENSE", "GND"),
    "R11": two("100k", 37.8, 26.4, 90, "PULSE", "+3V3"),
    "R12": two("100R", 30.8, 29.2, 90, "1W_EXT", "1W"),
    "R13": two("100R", 34.9, 26.4, 90, "PULSE_EXT", "PULSE"),
    "R14": two("4k7", 27.2, 29.2, 90, "VEXT", "1W_EXT"),
    "R15": two("10k", 28.6, 25, 90, "FLASH_CS", "+3V3", "bottom"),
    "R16": two("100k", 42.8, 30.8, 0, "EXT_EN", "GND"),
    "R17": two("100k", 47.6, 30.8, 180, "VBUS", "VBUS_DET"),
    "R18": two("100k", 47.6, 33.2, 0, "VBUS_DET", "GND"),
    "R19": two("10k", 32.4, 18, 180, "RF_NSS", "+3V3"),
    "R20": two("1k", 42.2, 11, 90, "SWCLK", "+3V3"),
    "R21": two("10k", 54, 8.2, 0, "USER", "+3V3"),
    "R22": two("0R", 16.6, 31.4, 0, "ACC_SA0", "GND", "bottom", fitted=False),

    "C1": two("4u7", 52.8, 27.6, 180, "VBUS", "GND"),
    "C2": two("4u7", 48.2, 27.8, 90, "VBAT", "GND"),
    "C3": two("10u", 45.4, 27.8, 90, "GND", "VSYS"),
    "C4": two("10u", 43.2, 27.8, 90, "GND", "+3V3"),
    "C5": two("100n", 41.4, 27.4, 90, "GND", "+3V3"),
    "C6": two("100n", 37.8, 11, 90, "+3V3", "GND"),
    "C7": two("1u", 39.2, 11, 90, "VDDCORE", "GND"),
    "C8": two("100n", 37, 22, 270, "VDDANA", "GND"),
    "C9": two("10u", 40.7, 11, 90, "+3V3", "GND"),
    "C10": two("18p", 31, 11.6, 0, "GND", "XIN32"),
    "C11": two("18p", 31, 14.4, 0, "GND", "XOUT32"),
    "C12": two("100n", 45, 11, 90, "NRST", "GND"),
    "C13": two("100n", 8.8, 17.5, 180, "+3V3", "GND"),
    "C14": two("10u", 8.6, 19.2, 180, "+3V3", "GND"),
    "C15": two("47u", 8, 21, 0, "GND", "+3V3", "bottom"),
    "C16": two("100n", 37.4, 25, 90, "GND", "+3V3", "bottom"),
    "C17": two("100n", 23.4, 31, 90, "+3V3", "GND", "bottom"),
    "C18": two("100n", 4, 26.4, 0, "GND", "+3V3"),
    "C19": two("10u", 25, 31, 90, "+3V3", "GND", "bottom"),
    "C20": two("1p8", 10, 7.8, 90, "RF_ANT", "GND", fitted=False),
    "C21": two("1p8", 7.6, 7.8, 90, "RF_OUT", "GND"),
    "C22": two("1u", 42.8, 33.2, 0, "+3V3", "GND"),
    "C23": two("1u", 38.6, 32.4, 180, "VEXT", "GND"),
    "C24": two("1n", 35.8, 30, 180, "CT", "GND"),
    "C25": two("100n", 51.4, 34.2, 0, "VBAT_SENSE", "GND"),
    "C26": two("47u", 46, 24, 90, "VSYS", "GND", "bottom"),
    "C27": two("1u", 49.4, 16.8, 180, "VBUS", "GND"),
}

# References that the automatic placement puts where they could be taken for a neighbour's.
LABELS = {"R10": (53.6, 32.2, 0), "R17": (47.6, 32, 0), "R16": (45.2, 30.8, 0)}
PARTS |= {name: replace(PARTS[name], label=label) for name, label in LABELS.items()}

HOLES = tuple((f"H{n}", "MountingHole:MountingHole_2.7mm_M2.5", x, y)
              for n, (x, y) in enumerate(((3.5, 3.5), (60.5, 3.5), (3.5, 36.5), (60.5, 36.5)), 1))

FIDUCIALS = tuple((x, y, side) for side in ("top", "bottom") for x, y in ((9.5, 3.2), (9.5, 36.8), (54.5, 36.8)))

TEST_POINTS = tuple((f"TP{n}", net, x, 36.4, "bottom") for n, (net, x) in enumerate((
    ("+3V3", 12.6), ("GND", 15.6), ("VSYS", 18.6), ("VBAT", 21.6), ("VBUS", 24.6),
    ("NRST", 38), ("SWDIO", 41), ("SWCLK", 44), ("SDA", 47), ("SCL", 50)), 1))


def thermal_slot():
    """An L-shaped slot of 1.5 mm that keeps the board's heat from the humidity sensor."""
    r, x, y, left, top = 0.75, 7.9, 31.6, 2.4, 25.4
    d = r * 0.5 ** 0.5
    return (("line", (x + r, top), (x + r, y)), ("arc", (x + r, y), (x + d, y + d), (x, y + r)),
            ("line", (x, y + r), (left, y + r)), ("arc", (left, y + r), (left - r, y), (left, y - r)),
            ("line", (left, y - r), (x - r, y - r)), ("line", (x - r, y - r), (x - r, top)),
            ("arc", (x - r, top), (x, top - r), (x + r, top)))


def key(x, y, size, layer):
    """The mark: a key, its bow two half rings, drawn from the middle of the bow."""
    flip = -1 if layer.startswith("B.") else 1
    ring = lambda a, b: [(x + flip * size * cos(a + (b - a) * t / 16), y + size * sin(a + (b - a) * t / 16)) for t in range(17)] + \
        [(x + flip * 0.55 * size * cos(b + (a - b) * t / 16), y + 0.55 * size * sin(b + (a - b) * t / 16)) for t in range(17)]
    bar = lambda l, t, r, b: [(x + flip * size * l, y + size * t), (x + flip * size * r, y + size * t),
                              (x + flip * size * r, y + size * b), (x + flip * size * l, y + size * b)]
    return tuple((p, layer) for p in (ring(0, pi), ring(pi, 2 * pi), bar(0.95, -0.22, 3.6, 0.22),
                                      bar(2.5, 0.2, 2.85, 0.95), bar(3.2, 0.2, 3.6, 1.15)))


F, B = "F.SilkS", "B.SilkS"
TEXTS = (
    ("TURNKEY", 18.6, 28.6, 2.0, 0.32, F), ("sensor node", 18.6, 31.4, 1.3, 0.2, F), ("rev B", 18.6, 33.4, 1.0, 0.15, F),
    ("868 MHz", 5, 12.3, 0.8, 0.13, F), ("RESET", 46, 1.9, 0.8, 0.13, F), ("USER", 54, 1.9, 0.8, 0.13, F),
    ("STAT", 50.1, 7.1, 0.8, 0.13, F), ("SWD", 39, 1.9, 0.8, 0.13, F), ("CHG", 61, 19.9, 0.8, 0.13, F),
    ("Li-Po 3.7 V", 59.2, 33, 0.8, 0.13, F), ("+", 54.9, 28.6, 1.0, 0.15, F), ("-", 54.9, 26.6, 1.0, 0.15, F),
    ("EXT", 27.2, 32.2, 0.8, 0.13, F), ("1W", 29.74, 32.2, 0.8, 0.13, F), ("PLS", 32.28, 32.2, 0.8, 0.13, F), ("GND", 34.9, 32.2, 0.8, 0.13, F),
    ("TURNKEY sensor node", 25.2, 8.6, 1.6, 0.26, B), ("rev B   2026-09-01", 25.2, 11.2, 1.1, 0.16, B),
    ("open design, CC0", 25.2, 13.1, 1.1, 0.16, B),
) + tuple((net.replace("SW", ""), x, 34.5, 0.8, 0.13, B) for _, net, x, _, _ in TEST_POINTS)

DESIGN = Design(
    name="sensor-node", title="TURNKEY sensor node", revision="B", date="2026-09-01", company="Turnkey open design",
    width=64, height=40, corner=3, layers=4, thickness=1.6, finish="ENIG",
    items=ITEMS, parts=PARTS, planes={"GND": "In1.Cu", "+3V3": "In2.Cu"}, pours="GND",
    wide_nets=("RF_ANT", "RF_OUT", "VBUS", "VBUS_IN", "VBAT", "VSYS", "VEXT"),
    cutouts=(thermal_slot(),), mounting_holes=HOLES, fiducials=FIDUCIALS, test_points=TEST_POINTS, texts=TEXTS,
    logos=key(16.4, 36, 1.1, F),
    thermal_vias=tuple(("GND", 39 + dx, 16.5 + dy) for dx in (-1.2, 0, 1.2) for dy in (-1.2, 0, 1.2)),
    keepouts=(("F.Cu", 13.2, 8.8, 26.8, 24.2),), stitch=4.0)
