"""Wortel (√): the open platform that roots STEM in every municipality of Flanders."""

__version__ = "0.1.0"
