"""Lets `python -m ogpworkshop` stand for `ogp`."""

from ogpworkshop.cli import main

main()
