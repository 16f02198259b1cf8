"""The house styles."""

import pytest

from mtfix.french.profiles import NARROW, NO_BREAK, PROFILES


@pytest.mark.parametrize(
    ("profile", "spaces"),
    [
        ("press-fr", {":": NO_BREAK, ";": NARROW, "!": NARROW, "?": NARROW, "%": NO_BREAK}),
        ("eu", dict.fromkeys(":;!?%", NO_BREAK)),
        ("ca", {":": NO_BREAK, ";": "", "!": "", "?": "", "%": NO_BREAK}),
        ("ch", dict.fromkeys(":;!?%", NARROW)),
    ],
)
def test_space_before_high_punctuation(profile: str, spaces: dict[str, str]) -> None:
    assert {mark: PROFILES[profile].space_before(mark) for mark in spaces} == spaces


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_profile_is_described_and_known_by_its_name(name: str) -> None:
    profile = PROFILES[name]
    assert profile.name == name
    assert profile.description
    assert profile.parent is None or profile.parent in PROFILES


@pytest.mark.parametrize("name", ["afp", "lemonde"])
def test_news_houses_share_the_typography_of_the_press(name: str) -> None:
    for mark in ":;!?%":
        assert PROFILES[name].space_before(mark) == PROFILES["press-fr"].space_before(mark)
