"""Agendas and rosters of workshops: checked, grouped and printed."""

__version__ = "0.1.0"
