"""`wortel match run`: the files that programs count on, and one clear sentence for what cannot be."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wortel.site.cli.matching import command

NEEDS = "id,kind,themes,x_km,y_km,area,age_from,age_to,week_from,week_to,languages,quantity,weight\n"
OFFERS = "id,kind,themes,x_km,y_km,area,age_from,age_to,week_from,week_to,languages,radius_km,capacity\n"
NEED = "n1,les,energie|bouw,0,0,11001,10,12,10,14,nl,1,1\n"
OFFER = "o1,les,energie,3,4,11001,10,12,10,14,nl|fr,10,1\n"


def matched(folder: Path, needs: str = NEED, offers: str = OFFER, *more: str) -> Result:
    (folder / "needs.csv").write_text(needs if needs.startswith("id") else NEEDS + needs, encoding="utf-8")
    (folder / "offers.csv").write_text(offers if offers.startswith("id") else OFFERS + offers, encoding="utf-8")
    files = ("--needs", folder / "needs.csv", "--offers", folder / "offers.csv", "--out", folder / "matches.csv")
    return CliRunner().invoke(command, ["run", *map(str, files), *more])


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_matches_and_their_reasons_are_written(tmp_path: Path) -> None:
    assert matched(tmp_path).exit_code == 0
    said = "1 van 2 thema’s; 5,0 km; 2 van 2 jaar leeftijd; 4 van 4 weken; beter met meer van de gevraagde thema’s"
    assert rows(tmp_path / "matches.csv") == [{"need": "n1", "offer": "o1", "score": "7751", "reasons": said}]


def test_the_json_holds_what_was_counted(tmp_path: Path) -> None:
    told = json.loads(matched(tmp_path, NEED, OFFER, "--json", "--compare").stdout)
    assert (told["candidates"], told["needs_filled"], told["score"], told["optimal"]) == (1, 1, 7751, True)
    assert set(told["compared"]) == {"nearest_first", "score_first"}
    assert told["seconds"]["total"] > 0
    assert told["peak_memory_mb"] > 0


def test_no_pair_at_all_is_an_answer(tmp_path: Path) -> None:
    done = matched(tmp_path, NEED, OFFER.replace("3,4", "30,40"), "--unfilled", str(tmp_path / "open.csv"))
    assert done.exit_code == 0
    assert "Geen enkel paar past." in done.output
    assert rows(tmp_path / "matches.csv") == []
    assert rows(tmp_path / "open.csv") == [
        {
            "need": "n1",
            "missing": "1",
            "why": "geen passend aanbod: het strandt op de afstand",
            "changes": "40,0 km verder (o1)",
        }
    ]


def test_identical_offers_are_each_used_once_for_one_need(tmp_path: Path) -> None:
    same = "".join(OFFER.replace("o1", f"o{nth}") for nth in range(5))
    assert matched(tmp_path, NEED.replace("nl,1,1", "nl,3,1"), same).exit_code == 0
    assert len({row["offer"] for row in rows(tmp_path / "matches.csv")}) == 3


def test_a_score_table_takes_the_place_of_conditions_and_weights(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    table.write_text("need,offer,score\nn1,o1,42\n", encoding="utf-8")
    done = matched(tmp_path, NEED, OFFER.replace("les", "bezoek"), "--score-table", str(table))
    assert done.exit_code == 0
    assert [(row["score"], row["reasons"]) for row in rows(tmp_path / "matches.csv")] == [("42", "punten uit de tabel")]


def test_a_pair_worth_nothing_is_not_made_and_fills_nothing(tmp_path: Path) -> None:
    table, left = tmp_path / "scores.csv", tmp_path / "open.csv"
    table.write_text("need,offer,score\nn1,o1,0\n", encoding="utf-8")
    assert matched(tmp_path, NEED, OFFER, "--score-table", str(table), "--unfilled", str(left)).exit_code == 0
    assert rows(tmp_path / "matches.csv") == []
    assert rows(left)[0]["why"] == "de tabel met punten geeft geen paar dat iets waard is"


def test_other_weights_give_other_points(tmp_path: Path) -> None:
    weights = tmp_path / "weights.toml"
    weights.write_text("themes = 100\nnearness = 0\nages = 0\nweeks = 0\n", encoding="utf-8")
    assert matched(tmp_path, NEED, OFFER, "--weights", str(weights)).exit_code == 0
    assert rows(tmp_path / "matches.csv")[0]["score"] == "5000"


@pytest.mark.parametrize(
    ("needs", "offers", "said"),
    [
        (NEED.replace("0,0,", ",,"), OFFER, "needs.csv, rij 2, kolom D (x_km) is leeg: zonder plaats"),
        (NEED.replace("0,0,", "nan,0,"), OFFER, "needs.csv, rij 2, kolom D (x_km) is geen getal: 'nan'"),
        (NEED.replace("10,14", "14,10"), OFFER, "kolom J (week_to) staat omgekeerd: 14 – 10"),
        (NEED.replace("10,12", "12,12"), OFFER, "kolom H (age_to) staat omgekeerd: 12 – 12"),
        (NEED.replace("energie|bouw", ""), OFFER, "kolom C (themes) is leeg. Noem er minstens één"),
        (NEED.replace("nl,1,1", "nl,anderhalf,1"), OFFER, "kolom L (quantity) is geen geheel getal: 'anderhalf'"),
        (NEED + NEED, OFFER, "rij 3, kolom A (id): 'n1' staat ook al op rij 2"),
        (NEED, OFFER.replace("10,1\n", "10,-1\n"), "offers.csv, rij 2, kolom M (capacity) is negatief: '-1'"),
        (NEED, OFFER.replace("10,1\n", "-5,1\n"), "kolom L (radius_km) is negatief: '-5'"),
        (NEED, OFFER.replace("10,1\n", "inf,1\n"), "kolom L (radius_km) is geen getal: 'inf'"),
        (NEEDS.replace("week_to,", "") + NEED, OFFER, "needs.csv: kolom week_to ontbreekt in de eerste rij."),
        (NEEDS, OFFER, "needs.csv: "),
        (NEEDS.replace("x_km,y_km", "lat,lon") + NEED, OFFER, "Gebruik in beide dezelfde soort plaats."),
    ],
)
def test_bad_input_is_refused_where_it_stands(needs: str, offers: str, said: str, tmp_path: Path) -> None:
    done = matched(tmp_path, needs, offers)
    assert done.exit_code == 1
    assert said in done.output
    assert not (tmp_path / "matches.csv").exists()


def test_bad_rows_can_be_left_out_and_are_told(tmp_path: Path) -> None:
    done = matched(tmp_path, NEED + NEED.replace("n1", "n2").replace("0,0,", ",,"), OFFER, "--skip-bad-rows", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["needs"] == 1
    assert "rij 3, kolom D (x_km) is leeg" in done.stderr


def test_a_theme_that_no_offer_knows_is_told(tmp_path: Path) -> None:
    assert "thema 'bouw' staat bij 1 vraag en bij geen enkel aanbod" in matched(tmp_path).stderr


def test_a_result_for_which_time_was_too_short_says_so(tmp_path: Path) -> None:
    needs = NEED + NEED.replace("n1", "n2").replace("0,0,", "0,1,").replace("energie|bouw", "energie")
    offers = OFFER + OFFER.replace("o1", "o2").replace("10,12", "11,12")
    done = matched(tmp_path, needs, offers, "--seconds", "0")
    assert "De tijd was op: dit is een gedeeltelijk resultaat." in done.output or "Beter bestaat niet" in done.output
    assert json.loads(matched(tmp_path, needs, offers, "--seconds", "0", "--json").stdout)["pairs_not_solved"] == 4


def test_more_pairs_than_allowed_are_refused_with_a_way_out(tmp_path: Path) -> None:
    offers = OFFER + OFFER.replace("o1", "o2")
    done = matched(tmp_path, NEED, offers, "--max-pairs", "1")
    assert done.exit_code == 1
    assert "Meer dan 1 paren passen. Deel op per regio" in done.output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("n1,o9,5", "scores.csv, rij 2, kolom offer: 'o9' staat niet bij het aanbod."),
        ("n1,o1,5\nn1,o1,6", "het paar n1, o1 staat er twee keer in"),
        ("n1,o1,veel", "rij 2, kolom C (score) is geen geheel getal: 'veel'"),
    ],
)
def test_a_wrong_score_table_is_refused(line: str, said: str, tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    table.write_text(f"need,offer,score\n{line}\n", encoding="utf-8")
    done = matched(tmp_path, NEED, OFFER, "--score-table", str(table))
    assert done.exit_code == 1
    assert said in done.output


def test_what_stands_is_told_apart_from_what_is_new(tmp_path: Path) -> None:
    standing = tmp_path / "standing.csv"
    standing.write_text("need,offer,state\nn1,o1,accepted\nn2,o2,proposed\nn2,o9,proposed\n", encoding="utf-8")
    needs = NEED + NEED.replace("n1", "n2") + NEED.replace("n1", "n3")
    offers = OFFER + OFFER.replace("o1", "o2") + OFFER.replace("o1", "o3")
    done = matched(tmp_path, needs, offers, "--standing", str(standing), "--stability", "500")
    assert "Wat al stond: 1 vast, 1 blijven voorgesteld, 0 vallen weg; 1 zijn nieuw." in done.output
    states = [(row["need"], row["offer"], row["state"]) for row in rows(tmp_path / "matches.csv")]
    assert states == [("n2", "o2", "kept"), ("n3", "o3", "new"), ("n1", "o1", "accepted")]


def test_a_floor_for_an_area_is_read_and_a_shortage_told(tmp_path: Path) -> None:
    floors = tmp_path / "floors.csv"
    floors.write_text("area,share\n11001,0.5\n", encoding="utf-8")
    done = matched(tmp_path, NEED.replace("nl,1,1", "nl,4,1"), OFFER, "--floors", str(floors))
    assert done.exit_code == 0
    assert "11001 krijgt 1 minder dan beloofd" in done.output


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--standing", "need,offer,state\nn1,o1,maybe\n", "kolom state: 'maybe' is geen stand"),
        ("--standing", "need,offer\nn1,o1\n", "kolom state ontbreekt"),
        ("--standing", "need,offer,state\nn1,o1,accepted\nn1,o1,proposed\n", "het paar n1, o1 staat er twee keer in"),
        ("--floors", "area,share\n11001,1.5\n", "kolom share: '1.5' is geen deel van 0 tot 1"),
        ("--floors", "area,share\n11001,nan\n", "kolom share: 'nan' is geen deel van 0 tot 1"),
    ],
)
def test_wrong_extras_are_refused(option: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "extra.csv").write_text(text, encoding="utf-8")
    done = matched(tmp_path, NEED, OFFER, option, str(tmp_path / "extra.csv"))
    assert done.exit_code == 1
    assert said in done.output


def test_a_moment_that_does_not_suit_both_is_a_hard_condition(tmp_path: Path) -> None:
    needs = NEEDS.replace("\n", ",moments,radius_km\n") + NEED.replace("nl,1,1\n", "nl,1,1,tue_evening,\n")
    offers = OFFERS.replace("\n", ",moments\n") + OFFER.replace("10,1\n", "10,1,wed_morning|fri_evening\n")
    matched(tmp_path, needs, offers, "--unfilled", str(tmp_path / "open.csv"))
    assert rows(tmp_path / "matches.csv") == []
    assert rows(tmp_path / "open.csv")[0]["changes"] == "op een ander moment: vrijdagavond, woensdagvoormiddag (o1)"
    assert rows(tmp_path / "open.csv")[0]["why"] == "geen passend aanbod: het strandt op het moment van de week"


@pytest.mark.parametrize(("radius", "found"), [("", 1), ("5", 1), ("4.9", 0)])
def test_who_asks_may_say_how_far_is_too_far(radius: str, found: int, tmp_path: Path) -> None:
    needs = NEEDS.replace("\n", ",radius_km\n") + NEED.replace("nl,1,1\n", f"nl,1,1,{radius}\n")
    assert matched(tmp_path, needs).exit_code == 0
    assert len(rows(tmp_path / "matches.csv")) == found
