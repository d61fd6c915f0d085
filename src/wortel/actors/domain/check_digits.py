"""Check digits of Belgian enterprise numbers and of ROR identifiers."""

from __future__ import annotations

_ROR_DIGITS = {character: number for number, character in enumerate("0123456789abcdefghjkmnpqrstvwxyz")}


def enterprise_number_fits(digits: str) -> bool:
    """Whether ten digits end in 97 minus (the first eight modulo 97); enterprises and establishments alike."""
    return 97 - int(digits[:8]) % 97 == int(digits[8:])


def ror_fits(text: str) -> bool:
    """Whether nine characters (0, six of base 32, two digits) carry the ISO/IEC 7064 MOD 97-10 check digits of ROR.

    Base 32 is Crockford's: without i, l, o and u. Raises `KeyError` for any other character.
    """
    number = 0
    for character in text[1:7]:
        number = number * 32 + _ROR_DIGITS[character]
    return 98 - number * 100 % 97 == int(text[7:])
