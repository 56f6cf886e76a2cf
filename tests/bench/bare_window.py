"""The yardstick: a bare PySide6 window with three tabs, shown, then gone."""

import os
import sys

from PySide6.QtWidgets import QApplication, QLabel, QTabWidget

application = QApplication(sys.argv)
tabs = QTabWidget()
for name in ("One", "Two", "Three"):
    tabs.addTab(QLabel(name), name)
tabs.resize(1366, 768)
tabs.show()
application.processEvents()
with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - nothing more is imported
    print(next(line for line in status if line.startswith("VmRSS")))
sys.stdout.flush()
os._exit(0)  # as kzref does when it is measured
