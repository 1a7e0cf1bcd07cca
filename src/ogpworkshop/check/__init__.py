"""Findings: what is wrong with an agenda, a roster or a plan, and how to mend it."""
