"""Measurements: each prints its figure beside what was promised. Run them all with ``make bench``."""
