"""Calculations on the bundled law: run, proved, certified, followed by clocks and objections."""
