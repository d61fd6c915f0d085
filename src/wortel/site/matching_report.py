"""What a matching came to, for a person, a program, and in files."""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wortel.gateways.tabular import write_csv
from wortel.matching.public import Changes, NeedRows, OfferRows, Outcome, match_lines, unfilled_lines
from wortel.site.new_file import new_file

WAYS = {"nearest_first": "dichtste eerst", "score_first": "hoogste score eerst"}
GROUNDS = {
    "matching.no_such_kind": "geen aanbod van die soort",
    "matching.no_pair_given": "geen paar met punten in de tabel",
    "matching.all_full": "wat past, is volzet",
    "matching.weeks_full": "alle weken die passen zijn vol",
    "matching.too_few": "alles wat past, helpt al",
    "matching.one_condition": "één voorwaarde in de weg",
    "matching.not_sought": "te veel aanbod op één plaats om te zoeken wat helpt",
    "matching.several_conditions": "meer dan één voorwaarde in de weg",
}


def write_matches(outcome: Outcome, file: Path) -> None:
    """Writes `need,offer,score,reasons`, by need and offer; then `state` when pairs stood already, and `week` when an
    offer says how much a week holds. Raises `FileUnwritable`.
    """
    header: tuple[str, ...] = ("need", "offer", "score", "reasons")
    lines: Iterable[tuple[object, ...]] = match_lines(outcome.matches)
    if outcome.standing is not None:
        header, lines = (*header, "state"), _with_state(lines, outcome.standing)
    if outcome.matches.weeks is not None:
        header, lines = (*header, "week"), _with_week(lines, outcome)
    _write(file, lines, header)


def _with_state(lines: Iterable[tuple[object, ...]], standing: Changes) -> Iterator[tuple[object, ...]]:
    """The matches, each kept or new, and after them what was accepted before."""
    kept = set(standing.kept)
    for line in lines:
        yield *line, "kept" if line[:2] in kept else "new"
    for need, offer in standing.accepted:
        yield need, offer, None, "staat al vast", "accepted"


def _with_week(lines: Iterable[tuple[object, ...]], outcome: Outcome) -> Iterator[tuple[object, ...]]:
    """The lines with their week; what was accepted before comes after the matches."""
    for nth, line in enumerate(lines):
        if nth < len(outcome.matches):
            yield *line, outcome.matches.week(nth)
        else:
            yield *line, outcome.accepted_weeks.get((str(line[0]), str(line[1])))


def write_unfilled(outcome: Outcome, file: Path | None) -> None:
    """Writes `need,missing,why,changes`, by need, when a file is named. Raises `FileUnwritable`."""
    if file is None:
        return
    _write(file, unfilled_lines(outcome.unfilled), ("need", "missing", "why", "changes"))


def unheard(needs: NeedRows, offers: OfferRows) -> Iterator[str]:
    """A sentence per kind, theme or language that is asked and that no offer knows: mistyped, or truly missing."""
    for what, name in (("soort", "kind"), ("thema", "themes"), ("taal", "languages")):
        asked, known = _counted(needs, name), _counted(offers, name)
        for word in sorted(asked.keys() - known.keys())[:5]:
            times = asked[word]
            yield f"{what} '{word}' staat bij {times} {'vraag' if times == 1 else 'vragen'} en bij geen enkel aanbod."


def _counted(rows: NeedRows | OfferRows, name: str) -> Counter[str]:
    """How many rows hold each word."""
    found: Counter[str] = Counter()
    for value, times in zip(rows.coded[name].values, rows.counts(name), strict=True):
        for word in (value,) if isinstance(value, str) else value:
            found[word] += times
    return found


def story(outcome: Outcome, needs: int, offers: int, notes: Sequence[str]) -> dict[str, Any]:
    """Everything that was counted, as JSON has it."""
    return {
        "needs": needs,
        "offers": offers,
        "asked": outcome.asked,
        "candidates": outcome.candidates,
        **asdict(outcome.totals),
        "optimal": outcome.is_optimal,
        "bound": outcome.bound,
        "gap": outcome.gap,
        "below_floor": outcome.below_floor,
        "standing": {name: len(pairs) for name, pairs in asdict(outcome.standing or Changes()).items()},
        "dropped": [list(pair) for pair in outcome.standing.dropped] if outcome.standing else [],
        "pairs_not_solved": outcome.left_over,
        "unfilled": len(outcome.unfilled),
        "unfilled_because": dict(Counter(ground.key.partition(".")[2] for ground in outcome.unfilled.grounds())),
        "compared": {name: asdict(totals) for name, totals in outcome.beside.items()},
        "seconds": outcome.seconds,
        "cpu_seconds": round(time.process_time(), 2),
        "peak_memory_mb": round(_peak_mb()),
        "notes": list(notes),
    }


def tell(told: dict[str, Any], out: Path) -> Iterator[str]:
    """The same in a few Dutch lines."""
    yield f"{_big(told['needs'])} vragen ({_big(told['asked'])} keer iets) en {_big(told['offers'])} aanbiedingen."
    yield f"Passende paren: {_big(told['candidates'])}." if told["candidates"] else "Geen enkel paar past."
    yield (
        f"Gekozen: {_big(told['matches'])} paren; {_big(told['needs_filled'])} vragen helemaal ingevuld, "
        f"{_big(told['needs_helped'])} minstens één keer."
    )
    yield f"Totale score: {_big(told['score'])}. {_optimality(told)}"
    if any(told["standing"].values()):
        yield _standing(told["standing"])
    for area, units in sorted(told["below_floor"].items()):
        yield f"{area} krijgt {_big(units)} minder dan beloofd: meer past er niet, of het kost elders te veel."
    if told["unfilled_because"]:
        yield f"Open blijven {_big(told['unfilled'])} vragen:"
        for key, count in sorted(told["unfilled_because"].items(), key=lambda row: (-row[1], row[0])):
            yield f"  {_big(count):>9}  {GROUNDS['matching.' + key]}"
    yield _load("deze toewijzing", told)
    for name, totals in told["compared"].items():
        yield _load(WAYS[name], totals)
    spent = told["seconds"]["total"]
    yield f"{spent:.2f} s, waarvan {told['cpu_seconds']:.2f} s rekentijd; {told['peak_memory_mb']} MB geheugen."
    yield f"De paren staan in {out}"


def _standing(told: dict[str, int]) -> str:
    unknown = f" Van {told['unknown']} is de vraag of het aanbod er niet meer." if told["unknown"] else ""
    return (
        f"Wat al stond: {_big(told['accepted'])} vast, {_big(told['kept'])} blijven voorgesteld, "
        f"{_big(told['dropped'])} vallen weg; {_big(told['new'])} zijn nieuw.{unknown}"
    )


def _optimality(told: dict[str, Any]) -> str:
    if told["optimal"]:
        return "Beter bestaat niet: de prijzen per aanbod bewijzen het."
    cause = "De tijd was op: dit is een gedeeltelijk resultaat. " if told["pairs_not_solved"] else ""
    return f"{cause}Het beste kan hoogstens {_big(told['gap'])} punten meer hebben."


def _load(name: str, totals: dict[str, Any]) -> str:
    average = totals["kilometres"] / totals["matches"] if totals["matches"] else 0.0
    return (
        f"  {name}: score {_big(totals['score'])}, {_big(totals['matches'])} paren, {_big(totals['needs_filled'])} "
        f"ingevuld, gemiddeld {average:.1f} km, {_big(totals['offers_used'])} aanbiedingen gevraagd"
    )


def _write(file: Path, rows: Iterable[Sequence[object]], header: Sequence[str]) -> None:
    with new_file(file) as part, part.open("wb") as stream:
        stream.writelines(write_csv(rows, header, bom=False))


def _big(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _peak_mb() -> float:
    """Resident memory of this process at its highest; the kernel counts in kilobytes, on a Mac in bytes."""
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / (2**20 if sys.platform == "darwin" else 2**10)
