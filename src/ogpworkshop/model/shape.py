"""What all shapes of the agenda file are made of."""

from typing import Annotated

import msgspec
from msgspec import Meta

from ogpworkshop.model.path import ROOT, Path
from ogpworkshop.model.time import WrittenDate, WrittenTime

Text = Annotated[str, Meta(description="Any text")]
Slot = Annotated[WrittenTime, Meta(extra={"notation": "slot"}, examples=["09:30-11:00"])]
ClockTime = Annotated[WrittenTime, Meta(extra={"notation": "clock"}, examples=["09:30"])]
Duration = Annotated[WrittenTime, Meta(extra={"notation": "duration"}, examples=["30m", "1h30"])]
Date = Annotated[WrittenDate, Meta(extra={"notation": "date"}, examples=["2017-08-07"])]
Weight = Annotated[int, Meta(ge=1, le=10)]
Count = Annotated[int, Meta(ge=0)]


class Shape(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A mapping in the agenda file, and where in the file it stands."""

    path: Path = ROOT
