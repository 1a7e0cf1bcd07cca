import numpy as np

from ogpworkshop.groups.chance import REACH, UNIT, Chance, boltzmann


def test_weights_of_swaps_are_whole_numbers_that_no_library_can_change():
    table = boltzmann()
    assert table.dtype == np.int64
    assert (len(table), int(table[0]), int(table[REACH])) == (2 * REACH + 1, 0, UNIT)
    assert [int(table[REACH + k]) for k in (-16, 16, 160, 224)] == [
        385750,
        2850325,
        23096423397,
        1261021989872,
    ]
    assert (np.diff(table) >= 0).all()


def test_the_stream_of_chance_is_the_published_one():
    assert Chance(7).orders(2, 5).tolist() == [[3, 4, 0, 2, 1], [1, 4, 3, 2, 0]]
    units = Chance(7).units(1000)
    assert units.min() >= 0
    assert units.max() < 1
    assert 0.4 < units.mean() < 0.6
