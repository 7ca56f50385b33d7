"""Looking for unreachable cycles is put off while much is read."""

import gc

import pytest

from quizgen import garbage


def test_what_was_set_comes_back_after_an_error_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"), garbage.rarely():
        assert gc.get_threshold()[0] > before[0]
        raise ValueError("stop")
    assert gc.get_threshold() == before
