"""What a row may say about an institution, and the column names by which registers and lists say it.

Besides our own columns: those of the school address file of the Department of Education, of its location API, and of
the open data of the Crossroads Bank for Enterprises (KBO).
"""

from __future__ import annotations

from wortel.intake.domain.fields import Field

FIELDS: tuple[Field, ...] = (
    Field("key", "Sleutel", ("source_id", "bron_id", "id", "record_id", "identificatie", "uri")),
    Field(
        "name",
        "Naam",
        ("naam", "instelling_naam", "officiële naam", "benaming", "denomination", "organisatie", "instelling", "title"),
        required=True,
    ),
    Field(
        "alt_names", "Andere namen", ("andere_namen", "roepnaam", "afkorting", "instelling_naam_volledig", "aliases")
    ),
    Field("former_names", "Vroegere namen", ("vroegere_namen", "vorige naam", "oude naam", "former names")),
    Field("kind", "Soort", ("soort", "type", "soort instelling", "organisatietype", "classificatie", "actortype")),
    Field("sector", "Sector", ("helix_sector", "helix", "sector", "four_o", "4o")),
    Field("status", "Toestand", ("status", "toestand", "status erkenning", "organisatiestatus")),
    Field("street", "Straat", ("straat", "straatnaam", "instellingslocatie_straatnaam", "StreetNL")),
    Field("house_number", "Huisnummer", ("huisnummer", "huisnr", "nr", "instellingslocatie_huisnummer", "HouseNumber")),
    Field("box", "Busnummer", ("busnummer", "bus", "box")),
    Field("address", "Adres (straat en nummer)", ("adres", "address", "straat en nummer")),
    Field("postcode", "Postcode", ("postnummer", "instellingslocatie_postcode", "Zipcode", "zip", "postal code")),
    Field("place", "Plaats", ("plaats", "plaatsnaam", "deelgemeente", "place_name", "woonplaats", "locality", "city")),
    Field("municipality", "Gemeente", ("gemeente", "gemeentenaam", "instellingslocatie_gemeente", "MunicipalityNL")),
    Field("nis", "NIS-code", ("niscode", "nis_code", "instellingslocatie_gemeente_nis", "refnis", "gemeente_nis")),
    Field("province", "Provincie", ("provincie", "instellingslocatie_provincie")),
    Field("lat", "Breedtegraad", ("latitude", "breedtegraad", "gps_breedtegraad", "y_wgs84")),
    Field("lon", "Lengtegraad", ("longitude", "lng", "lengtegraad", "gps_lengtegraad", "x_wgs84")),
    Field("x72", "Lambert 72 x", ("lx", "lambert_x", "x_lambert72")),
    Field("y72", "Lambert 72 y", ("ly", "lambert_y", "y_lambert72")),
    Field("precision", "Nauwkeurigheid van het punt", ("geo_precision", "precisie", "nauwkeurigheid")),
    Field("website", "Website", ("url", "web", "webadres", "instelling_website", "homepage")),
    Field("identifiers", "Identificatoren", ("identificatoren", "identifier", "nummers")),
    Field("kbo", "KBO-nummer", ("kbo", "kbo_nummer", "ondernemingsnummer", "EnterpriseNumber", "btw-nummer")),
    Field(
        "kbo_establishment",
        "KBO-vestigingsnummer",
        ("vestigingseenheidsnummer", "EstablishmentNumber", "kbo_vestiging"),
    ),
    Field("ovo", "OVO-nummer", ("ovo_nummer", "ovo-code", "ovocode")),
    Field("school", "Schoolnummer", ("schoolnummer", "instellingsnummer", "instelling_nummer", "school_number")),
    Field(
        "site_number",
        "Nummer van de vestigingsplaats",
        ("intern_vplnummer", "vestigingsplaats", "instellingslocatie_vestigingsnummer", "vestigingsnummer", "vpl"),
    ),
    Field("ror", "ROR", ("ror_id",)),
    Field("wikidata", "Wikidata", ("wikidata_id", "qid")),
    Field("uitdatabank", "UiTdatabank", ("cdbid", "uitdatabank_id", "udb_id")),
    Field("roles", "Rollen", ("rollen", "rol", "role")),
    Field("working_area", "Werkingsgebied", ("werkingsgebied", "werkgebied", "working area")),
    Field("attributes", "Andere kenmerken", ("attributen", "kenmerken", "extra")),
    Field("said_by", "Wie het zegt", ("source", "bron", "bronvermelding")),
    Field("stated_on", "Datum van de bron", ("vintage", "peildatum", "stand op", "datum", "snapshotdate")),
)
