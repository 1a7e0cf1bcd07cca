"""The bar while many files are made."""

from ogpworkshop.cli.progress import Progress, bar


def test_the_bar_fills_and_never_breaks_the_line():
    assert bar(0, 4, "badges.pdf", 80) == f"[{'.' * 24}] 1/4 badges.pdf"
    assert bar(2, 4, "badges.pdf", 80) == f"[{'#' * 12}{'.' * 12}] 3/4 badges.pdf"
    assert len(bar(3, 4, "a-name-that-is-far-too-long.pdf", 40)) == 39


def test_nothing_is_shown_where_nobody_watches(capsys):
    with Progress(2) as progress:
        progress.show("badges.pdf")
    assert capsys.readouterr().err == ""
