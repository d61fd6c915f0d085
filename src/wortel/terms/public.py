"""The door of this room: the table of words, and how this visitor wants to be spoken to.

In a template: `{% term "alliance" %}` (always at hand; no `{% load %}`).
"""

from wortel.terms.domain.concept import Concept
from wortel.terms.domain.lens import Lens
from wortel.terms.pages.asking import asked_concept
from wortel.terms.reference import terms
from wortel.terms.spoken_to import language_now, lens_in
from wortel.terms.wording import lens_name

__all__ = ["Concept", "Lens", "asked_concept", "language_now", "lens_in", "lens_name", "terms"]
