"""A short name for a finding that is the same in the next run, wherever its line has moved."""

from hashlib import sha256

from ogpworkshop.check.placed import PlacedFinding


def fingerprint(finding: PlacedFinding) -> str:
    """Sixteen hexadecimal digits made of rule and subject; unique within a file's findings."""
    known = "\x1f".join((finding.code, *finding.subject))
    return sha256(known.encode("utf-8", "backslashreplace")).hexdigest()[:16]
