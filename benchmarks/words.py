"""Made-up names with the spread of real ones: a few words stand in thousands of names, tens of thousands in one."""

from __future__ import annotations

from random import Random

ONSETS = "b bl br d dr f fl g gr h j k kl kr l m n p pl pr r s sch sl sn sp st str t tr v vl w zw z".split()
HEARTS = "a aa e ee i ie o oo u uu ij ei ou oe eu ui".split()
CODAS = " k l lm m n nd ns p r rk rs rt s st t ts x".split(" ")
ENDINGS = "aert beke berg bos broek dael dijk donck els gem hove huis kens kerke laar mans meer rode sen veld".split()
COMMON = (
    "academie atelier basisschool bedrijf bib centrum chiro club college communicatie creatief data dienst digitaal "
    "energie fablab groep huis innovatie instituut jeugd kunst lab leren lokaal machines metaal milieu natuur netwerk "
    "onderwijs onderzoek ondernemers robotica scholen school scouts stem studio techniek technologie toekomst "
    "vereniging vlaanderen vrije water werkplaats wetenschap zorg"
).split()
STREETS = "Molenstraat Kerkstraat Stationsstraat Schoolstraat Dorpsstraat Nieuwstraat Veldstraat Kapelstraat".split()


def lexicon(size: int, seed: int) -> list[str]:
    """`size` different words that look Flemish, the same for the same seed."""
    random = Random(seed)
    words: dict[str, None] = {}
    while len(words) < size:
        parts = [
            random.choice(ONSETS) + random.choice(HEARTS) + random.choice(CODAS)
            for _ in range(random.choice((1, 1, 2)))
        ]
        words["".join(parts) + random.choice((*ENDINGS, ""))] = None
    return list(words)


def pick(random: Random, words: list[str]) -> str:
    """A word, the first of the list far more often than the last (the rank falls off as in written language)."""
    return words[int(len(words) ** random.random()) - 1]


def mistyped(random: Random, word: str) -> str:
    """The word with one error of the four that people make: a letter lost, doubled, wrong, or two swapped."""
    place = random.randrange(1, len(word) - 1)
    sort = random.randrange(4)
    if sort == 0:
        return word[:place] + word[place + 1 :]
    if sort == 1:
        return word[:place] + word[place] + word[place:]
    if sort == 2:
        return word[:place] + random.choice("aeiounrst") + word[place + 1 :]
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
