"""What people ask of the directory: broad words, names, names with typing errors, beginnings, numbers, narrowings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from benchmarks.words import COMMON, mistyped

SECTORS = ("education", "research", "enterprise", "society", "government")
LONG_ENOUGH = 6


def texts(total: int, seed: int) -> list[str]:
    """`total` different questions about the actors of this world, the same for the same world and seed."""
    from wortel.actors.models import Actor, Identifier

    random = Random(seed)
    names = list(Actor.objects.order_by("ref").values_list("name", flat=True)[: 20 * total])
    numbers = list(Identifier.objects.filter(is_valid=True).order_by("pk").values_list("value", flat=True)[:total])
    places = sorted(set(Actor.objects.order_by("ref").values_list("place", flat=True)[: 20 * total]) - {""})
    random.shuffle(names)
    found: dict[str, None] = {}
    for text in islice(_endless(random, names, numbers, places), 50 * total):
        found[text] = None
        if len(found) == total:
            break
    return list(found)


def _endless(random: Random, names: list[str], numbers: list[str], places: list[str]) -> Iterator[str]:
    broad = random.sample(COMMON, len(COMMON))
    while True:
        name = random.choice(names)
        words = [word for word in name.split() if len(word) >= LONG_ENOUGH and word.isalpha()]
        yield name
        if broad:
            yield broad.pop()
        yield f"{random.choice(COMMON)} {random.choice(places)}"
        if words:
            word = random.choice(words)
            yield mistyped(random, word.lower())
            yield f"{mistyped(random, random.choice(places).split()[0] + 'en')} {word.lower()}"
            yield " ".join(mistyped(random, each.lower()) for each in words)
            yield word[: random.randrange(3, 6)].lower()
        if numbers and random.random() < 0.3:
            yield random.choice(numbers)


def near(total: int, seed: int) -> list[tuple[str, int]]:
    """`total` places to look around, by name or postcode, each with a radius in kilometres."""
    from benchmarks.actor_rows import DAY
    from benchmarks.places import towns_on

    random = Random(seed)
    found = []
    for _ in range(total):
        town = towns_on(DAY).draw(random)
        place = random.choice([town.name, *(code for code, _ in town.postcodes)])
        found.append((place, random.choice((2, 5, 10, 25))))
    return found
