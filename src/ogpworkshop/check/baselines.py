"""Parts the findings that a baseline lists from the others."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ogpworkshop.check.fingerprint import fingerprint
from ogpworkshop.check.placed import PlacedFinding
from ogpworkshop.model.agenda import Fault
from ogpworkshop.model.baseline import Baseline
from ogpworkshop.model.path import Place


def parted(
    findings: Iterable[PlacedFinding], baseline: Baseline, files: Iterable[str]
) -> tuple[list[PlacedFinding], list[PlacedFinding], tuple[Fault, ...]]:
    """Findings that are not accepted, those that are, and a fault for each that is no more found.

    Args:
        findings: everything found in the files.
        baseline: what is accepted, in these files and in others.
        files: those that were checked; of the others nothing is known.
    """
    absolute = cache(lambda file: str(Path(file).resolve()))
    listed = {(each.file, each.code, each.fingerprint) for each in baseline.acknowledged}
    kept, accepted, used = [], [], set()
    for finding in findings:
        known = (absolute(finding.spot.file), finding.code, fingerprint(finding))
        if known in listed:
            used.add(known)
            accepted.append(finding)
        else:
            kept.append(finding)
    checked = {absolute(file) for file in files}
    stale = tuple(
        Fault(
            "baseline-stale",
            Place(each.path, key=True),
            f"{each.code} is accepted in {each.path[1]}, but no longer found there",
            "can go",
        )
        for each in baseline.acknowledged
        if each.file in checked and (each.file, each.code, each.fingerprint) not in used
    )
    return kept, accepted, stale
