"""Every ground that reading can give has a sentence, and every sentence can be filled in."""

from __future__ import annotations

import re

import pytest

from wortel.actors.domain.kinds import KINDS, SECTORS
from wortel.actors.wording import SENTENCES, kind_label, say, sector_label
from wortel.kernel.reason import Reason
from wortel.shell.places import reference_folder


def test_every_ground_in_the_code_has_a_sentence() -> None:
    folder = reference_folder().parent / "src" / "wortel" / "actors" / "domain"
    if not folder.is_dir():
        pytest.skip("dit is een geïnstalleerd pakket, zonder broncode ernaast")
    used = {key for path in folder.glob("*.py") for key in re.findall(r'"(actors\.[a-z_]+)"', path.read_text("utf-8"))}
    assert used - set(SENTENCES) == set()
    assert set(SENTENCES) - used == {"actors.place_one_of"}


def test_a_reason_reads_as_a_dutch_sentence() -> None:
    reason = Reason.of("actors.nis_ended", nis="44001", name="Aalter", ended="2019-01-01", became=("44084 Aalter",))
    assert say(reason) == (
        "Gemeente 44001 (Aalter) bestaat niet meer sinds 1 januari 2019, en deze rij is jonger. "
        "Gebruik de code van nu: 44084 Aalter."
    )
    doubtful = Reason.of("actors.check_digit_wrong", scheme="kbo", value="0123456748")
    assert "ondernemingsnummer (KBO)" in say(doubtful)


def test_a_place_that_may_be_two_names_both() -> None:
    two = Reason.of("actors.place_unclear", said="Heusden", candidates=("44013 Destelbergen", "71070 Heusden-Zolder"))
    assert "44013 Destelbergen, 71070 Heusden-Zolder" in say(two)
    assert "niet één gemeente" in say(Reason.of("actors.place_unclear", said="Kalfort", candidates=()))


def test_kinds_and_sectors_have_a_name() -> None:
    assert all(kind_label(kind.key) != kind.key for kind in KINDS)
    assert [sector_label(sector) for sector in SECTORS][:2] == ["Onderwijs", "Onderzoek"]
    assert sector_label("") == "onbekend"
