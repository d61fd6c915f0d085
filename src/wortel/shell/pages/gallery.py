"""`/onderdelen/`: every component in every state, for who builds pages. All figures on it are made up and say so."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wortel.shell.exports import export_links
from wortel.shell.paging import page_of
from wortel.shell.sorting import Column, asked_sort, headings

TOKENS = ("paper", "paper-2", "ink", "muted", "root", "root-soft", "carrot", "carrot-soft", "line", "hair")
STATES = ("reached", "contested", "not_reached", "unknown")
COLUMNS = (Column("naam", "Gemeente"), Column("provincie", "Provincie"), Column("inwoners", "Inwoners", numeric=True))
ROWS = (("Voorbeeldgem", "Antwerpen", 12500), ("Toonbeek", "Limburg", 8431), ("Staaldorp", "West-Vlaanderen", 101207))


class ExampleForm(forms.Form):
    """A form with every sort of field."""

    name = forms.CharField(label="Je naam")
    email = forms.EmailField(label="Je e-mailadres", help_text="We sturen je een link om je bericht te bevestigen.")
    kind = forms.ChoiceField(
        label="Wat wil je melden?", choices=[("a", "Er was wel een activiteit"), ("b", "Iets anders")]
    )
    message = forms.CharField(label="Je bericht", widget=forms.Textarea, required=False)
    agree = forms.BooleanField(label="Ik heb dit zelf gezien of georganiseerd")


def gallery(request: HttpRequest) -> HttpResponse:
    """The gallery. Asks nothing of the database."""
    sort = asked_sort(request, COLUMNS, "naam")
    context: dict[str, Any] = {
        "crumbs": [("Start", "/"), ("Onderdelen", "")],
        "tokens": TOKENS,
        "states": STATES,
        "counts": {"reached": 221, "contested": 4, "not_reached": 31, "unknown": 29},
        "years": [
            {"year": 2018 + place, "state": STATES[place % 4], "url": "?jaar" if place % 2 else ""}
            for place in range(8)
        ],
        "year_links": [{"year": year, "url": f"?jaar={year}", "here": year == 2022} for year in range(2019, 2025)],
        "bars": [
            {"label": "Onderwijs", "value": 1240, "share": 1.0, "url": "#"},
            {"label": "Vrije tijd en burgers", "value": 870, "share": 0.70},
            {"label": "Onderzoek", "value": 12, "share": 0.01, "note": "fictief"},
        ],
        "headings": headings(request, COLUMNS, sort),
        "rows": sorted(ROWS, key=lambda row: row[[c.key for c in COLUMNS].index(sort.key)], reverse=sort.descending),
        "page": page_of(request, 1240, lambda offset, limit: range(offset, min(offset + limit, 1240))),
        "facets": [
            {
                "title": "Sector",
                "open": True,
                "options": [
                    {"label": "Onderwijs", "count": 1240, "url": "#", "chosen": True},
                    {"label": "Ondernemingen", "count": 412, "url": "#"},
                ],
            },
            {"title": "Provincie", "options": [{"label": "Limburg", "count": 88, "url": "#"}]},
        ],
        "chosen": [{"label": "Onderwijs", "url": "#"}, {"label": "Limburg", "url": "#"}],
        "export_links": export_links(request),
        "empty_form": ExampleForm(auto_id="leeg_%s"),
        "wrong_form": ExampleForm({"name": "", "email": "geen adres", "kind": "a"}, auto_id="fout_%s"),
        "sources": [
            {"name": "Statbel", "url": "https://statbel.fgov.be/nl", "dated": "1 januari 2024", "licence": "CC BY 4.0"},
            {"name": "Een bron zonder adres", "dated": "2019", "note": "De licentie kennen we niet."},
        ],
        "doors": [
            {"label": "Ik zoek iets om te doen", "text": "Wat is er in mijn gemeente?", "url": "#"},
            {"label": "Ik ben een school, bedrijf of organisatie", "text": "Wie is er in de buurt?", "url": "#"},
            {"label": "Ik volg het beleid", "text": "Hoeveel gemeenten, en wie zegt dat?", "url": "#"},
        ],
    }
    return render(request, "shell/gallery.html", context)
