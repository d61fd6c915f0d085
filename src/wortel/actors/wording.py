"""Sentences about actors: what was mended in a row, why a row was refused, and what kinds and sectors are called."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.actors.domain.kinds import KIND_OF, SECTORS
from wortel.actors.domain.roles import ROLES
from wortel.kernel.reason import Parameter, Reason

SENTENCES = {
    "actors.no_name": gettext_noop("Deze rij heeft geen naam. Vul de naam in."),
    "actors.too_long": gettext_noop("Dit vak telt %(length)s tekens; er passen er %(limit)s. Kort het in."),
    "actors.unwritable": gettext_noop(
        "Dit vak bevat een teken dat geen tekst is (%(what)s). Bewaar het bestand opnieuw als UTF-8."
    ),
    "actors.nis_malformed": gettext_noop("'%(raw)s' is geen NIS-code: dat zijn vijf cijfers."),
    "actors.nis_never_existed": gettext_noop(
        "%(nis)s is geen code van een Vlaamse of Brusselse gemeente, nu niet en vroeger niet. Kijk de code na."
    ),
    "actors.nis_ended": gettext_noop(
        "Gemeente %(nis)s (%(name)s) bestaat niet meer sinds %(ended)s, en deze rij is jonger. "
        "Gebruik de code van nu: %(became)s."
    ),
    "actors.nis_ended_undated": gettext_noop(
        "Gemeente %(nis)s (%(name)s) bestaat niet meer sinds %(ended)s. Gebruik de code van nu (%(became)s), "
        "of zet bij de rij een datum van toen."
    ),
    "actors.trimmed": gettext_noop("Overbodige spaties zijn weggelaten."),
    "actors.word_for_nothing": gettext_noop("'%(raw)s' is gelezen als: niet ingevuld."),
    "actors.name_left_out": gettext_noop(
        "De naam '%(raw)s…' is langer dan %(limit)s tekens. Hij is niet overgenomen als andere naam."
    ),
    "actors.status_unknown": gettext_noop("We kennen de toestand '%(raw)s' niet. Ze staat als onbekend."),
    "actors.kind_unknown": gettext_noop("We kennen de soort '%(raw)s' niet. Ze staat als 'Andere'."),
    "actors.kind_from_school_number": gettext_noop("Er staat geen soort. Wie een schoolnummer heeft, is een school."),
    "actors.sector_unknown": gettext_noop("We kennen de sector '%(raw)s' niet. De soort bepaalt nu de sector."),
    "actors.sector_contradicts_kind": gettext_noop(
        "De bron zet deze %(kind)s in de sector %(sector)s. We verwachtten een andere; wat de bron zegt, blijft staan."
    ),
    "actors.number_malformed": gettext_noop(
        "'%(raw)s' heeft niet de vorm van een nummer (%(scheme)s). Het is bewaard, maar we herkennen er niemand aan."
    ),
    "actors.check_digit_wrong": gettext_noop(
        "Het controlegetal van %(value)s (%(scheme)s) klopt niet. Het is bewaard als twijfelachtig."
    ),
    "actors.leading_zero_added": gettext_noop("%(raw)s miste een nul vooraan: gelezen als %(value)s."),
    "actors.leading_zero_dropped": gettext_noop("%(raw)s had een nul of komma te veel: gelezen als %(value)s."),
    "actors.prefix_added": gettext_noop("%(raw)s miste de letters vooraan: gelezen als %(value)s."),
    "actors.several_numbers": gettext_noop("'%(raw)s' bevat meer dan één nummer. Ze zijn apart overgenomen."),
    "actors.establishment_for_kbo": gettext_noop(
        "%(raw)s is het nummer van een vestiging, niet van een onderneming. Zo is het overgenomen."
    ),
    "actors.kbo_for_establishment": gettext_noop(
        "%(raw)s is het nummer van een onderneming, niet van een vestiging. Zo is het overgenomen."
    ),
    "actors.website_unusable": gettext_noop("'%(raw)s' is geen webadres. Het is niet overgenomen."),
    "actors.website_scheme_added": gettext_noop("Het webadres '%(raw)s' begon niet met https://. Dat is aangevuld."),
    "actors.postcode_malformed": gettext_noop(
        "'%(raw)s' is geen Belgische postcode van vier cijfers. Ze is niet overgenomen."
    ),
    "actors.postcode_mended": gettext_noop("Postcode '%(raw)s' is gelezen als %(value)s."),
    "actors.postcode_unknown": gettext_noop(
        "We kennen postcode %(postcode)s niet. Ze is overgenomen zoals ze er staat."
    ),
    "actors.nis_mended": gettext_noop("NIS-code '%(raw)s' is gelezen als %(value)s."),
    "actors.nis_is_younger": gettext_noop(
        "Code %(nis)s (%(name)s) bestaat pas sinds %(starts)s; de rij is ouder. De code is overgenomen."
    ),
    "actors.nis_from_name": gettext_noop("Er staat geen NIS-code. Uit '%(said)s' volgt %(nis)s (%(name)s)."),
    "actors.nis_from_postcode": gettext_noop("Er staat geen NIS-code. Uit postcode %(said)s volgt %(nis)s (%(name)s)."),
    "actors.place_unclear": gettext_noop("'%(said)s' wijst niet één gemeente aan. De plaats staat als onbekend."),
    "actors.place_one_of": gettext_noop(
        "'%(said)s' kan meer dan één gemeente zijn: %(candidates)s. De plaats staat als onbekend. Geef de NIS-code."
    ),
    "actors.municipality_unknown": gettext_noop("We kennen geen gemeente '%(name)s'. De NIS-code beslist."),
    "actors.former_municipality": gettext_noop("%(name)s is na een fusie een deel van %(now)s."),
    "actors.places_disagree": gettext_noop(
        "'%(said)s' ligt niet in %(name)s (%(nis)s), de gemeente van de code. De code beslist."
    ),
    "actors.remark_in_place": gettext_noop("'%(raw)s' is gelezen als plaats %(value)s met de opmerking '%(remark)s'."),
    "actors.half_a_point": gettext_noop("Van het punt op de kaart ontbreekt een helft. Het is niet overgenomen."),
    "actors.point_reversed": gettext_noop(
        "Breedte en lengte stonden omgekeerd (%(lat)s, %(lon)s). Ze zijn verwisseld."
    ),
    "actors.point_outside_belgium": gettext_noop(
        "Het punt (%(lat)s, %(lon)s) ligt niet in België. Het is niet overgenomen."
    ),
    "actors.point_far_away": gettext_noop("Het punt ligt %(km)s km van %(name)s. Het is overgenomen, met twijfel."),
    "actors.not_a_number": gettext_noop("'%(raw)s' is geen getal. Het is niet overgenomen."),
    "actors.decimal_comma": gettext_noop("De komma in %(raw)s is gelezen als een punt."),
    "actors.attributes_not_json": gettext_noop("Dit vak bevat geen JSON-object. Het is bewaard als gewone tekst."),
    "actors.area_unknown": gettext_noop(
        "'%(name)s' wijst niet één gemeente of provincie aan. Het werkingsgebied is niet overgenomen."
    ),
    "actors.date_impossible": gettext_noop("'%(raw)s' is geen dag tussen 1900 en 2100. Kijk de datum na."),
}
"""One sentence per ground, in Dutch; the catalogue holds the English ones."""

SCHEME_LABELS = {
    "kbo": gettext_noop("ondernemingsnummer (KBO)"),
    "kbo_establishment": gettext_noop("vestigingsnummer (KBO)"),
    "ovo": gettext_noop("OVO-nummer"),
    "school": gettext_noop("schoolnummer"),
    "ror": gettext_noop("ROR"),
    "wikidata": gettext_noop("Wikidata"),
    "uitdatabank": gettext_noop("UiTdatabank"),
    "web_domain": gettext_noop("webdomein"),
    "nis": gettext_noop("NIS-code"),
    "unknown": gettext_noop("onbekend nummer"),
}


def say(reason: Reason) -> str:
    """The reason as a sentence in the language of the day; a ground without a sentence is shown by its key."""
    key = reason.key
    if key == "actors.place_unclear" and reason["candidates"]:
        key = "actors.place_one_of"
    if key not in SENTENCES:
        return key
    return _(SENTENCES[key]) % {name: _shown(name, value) for name, value in reason.parameters.items()}


def _shown(name: str, value: Parameter) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or _("onbekend")
    if name in ("ended", "starts"):
        return date_format(date.fromisoformat(str(value)), "j F Y")
    labels = {"kind": kind_label, "sector": sector_label, "scheme": scheme_label}
    return labels[name](str(value)) if name in labels else str(value)


def kind_label(key: str) -> str:
    """The kind in the language of the day; a key nobody knows stays a key."""
    return _(KIND_OF[key].label) if key in KIND_OF else key


def sector_label(key: str) -> str:
    """The helix sector in the language of the day; empty is unknown."""
    return _(SECTORS[key]) if key in SECTORS else key or _("onbekend")


def role_label(key: str) -> str:
    """The role in the language of the day."""
    return _(ROLES[key]) if key in ROLES else key


def scheme_label(key: str) -> str:
    """What kind of number it is, in the language of the day."""
    return _(SCHEME_LABELS[key]) if key in SCHEME_LABELS else key
