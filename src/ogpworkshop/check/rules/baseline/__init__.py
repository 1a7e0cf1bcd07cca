"""Findings that were accepted before."""
