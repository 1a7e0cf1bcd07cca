"""The baseline accepts a finding that is no longer found.

## Why it matters
The fault has been mended. Left in the baseline, its line would accept the same fault again, should
somebody bring it back.

## Example
- {time: "09:00-10:00", title: Welcome}

```yaml baseline.yaml
baseline:
  agenda.yaml:
    title-placeholder 2a2ef3e56a1b45c0: “TBC” is no title yet
```

## Instead
- {time: "09:00-10:00", title: Welcome}

## Not reported
Lines about files that are not checked in the same run. `ogp check --baseline FILE --write-baseline`
writes the baseline anew, without the lines that have become stale.
"""

from collections.abc import Iterator

from ogpworkshop.check import reported
from ogpworkshop.check.finding import Finding, Severity, rule
from ogpworkshop.model.baseline import Baseline


@rule(Severity.INFO, since="0.1")
def check(baseline: Baseline) -> Iterator[Finding]:
    return reported.faults(baseline, "baseline-stale")
