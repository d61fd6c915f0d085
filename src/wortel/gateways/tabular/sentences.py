"""The Dutch sentences of this gateway: one for each problem and note, at reading level B1."""

from __future__ import annotations

REFUSALS = {
    # The file itself
    "missing": "Dit bestand bestaat niet (meer); kies het bestand opnieuw.",
    "folder": "Dit is een map en geen bestand; kies één bestand uit die map.",
    "not_a_file": "Dit is geen gewoon bestand; kies een CSV- of XLSX-bestand.",
    "unreadable": "Dit bestand kan niet gelezen worden; kijk na of je het mag openen en of het niet in gebruik is.",
    "changed": "Dit bestand veranderde terwijl we het lazen; wacht tot het klaar is en probeer opnieuw.",
    "too_big": "Dit bestand is {size} bytes groot en dat is meer dan de toegelaten {limit}; splits het op.",
    "empty": "Dit bestand is leeg; kies een bestand met een rij kolomnamen en minstens één rij gegevens.",
    "only_header": "Dit bestand heeft kolomnamen maar geen gegevens; voeg minstens één rij toe onder {where}.",
    # Not a table
    "old_excel": "Dit is een oud Excel-bestand (.xls); open het in Excel en sla het op als .xlsx of .csv.",
    "binary_excel": "Dit is een binair Excel-bestand (.xlsb); open het in Excel en sla het op als .xlsx of .csv.",
    "open_document": "Dit is een OpenDocument-bestand (.ods); open het en sla het op als .xlsx of .csv.",
    "password": "Dit bestand is beveiligd met een wachtwoord; haal het wachtwoord weg en sla het opnieuw op.",
    "other_archive": "Dit is een zip-bestand maar geen Excel-bestand; pak het uit en kies het CSV- of XLSX-bestand.",
    "binary": "Dit is geen tabel maar een bestand van het type {kind}; sla je tabel op als .xlsx of .csv.",
    "markup": "Dit is geen tabel maar {kind}; sla je tabel op als .xlsx of .csv.",
    # Text
    "nul": "Op {where} staat een teken dat niet in tekst hoort (NUL); sla het bestand opnieuw op als CSV UTF-8.",
    "undecodable": "Op {where} staan tekens die niet te lezen zijn; sla het bestand opnieuw op als CSV UTF-8.",
    "mixed_encoding": (
        "Op {where} zijn letters met accenten anders bewaard dan in de rest van het bestand; "
        "verbeter die regel en sla het bestand op als CSV UTF-8."
    ),
    "too_many_lines": "Dit bestand heeft meer dan {limit} regels; haal de lege regels weg of splits het op.",
    "line_too_long": "Op {where} staan meer dan {limit} bytes zonder regeleinde; kijk na of dit een CSV-bestand is.",
    "unclosed_quote": (
        "Het aanhalingsteken dat op {where} begint, wordt nergens gesloten; zet er een bij of sla het bestand "
        "opnieuw op, want misschien is het afgebroken."
    ),
    "stray_quote": "Op {where} staat tekst na een aanhalingsteken dat al gesloten was; verbeter de aanhalingstekens.",
    "record_too_long": (
        "De rij die op {where} begint, is langer dan {limit} tekens; kijk na of elk aanhalingsteken gesloten is."
    ),
    # Shape
    "too_many_columns": "Op {where} staan meer dan {limit} kolommen; haal de kolommen weg die je niet nodig hebt.",
    "too_many_rows": "Dit bestand heeft meer dan {limit} rijen; splits het vanaf {where} op.",
    "cell_too_long": "De tekst op {where} is langer dan {limit} tekens; maak die korter.",
    "no_column_names": "Op {where} staat geen enkele kolomnaam; zet de kolomnamen op de eerste rij.",
    "bad_column_name": "De kolomnaam op {where} heeft een teken dat niet in tekst hoort; typ die naam opnieuw.",
    "duplicate_column": (
        "De kolommen {first} en {second} heten allebei “{name}” op {where}; geef elke kolom een eigen naam."
    ),
    # XLSX
    "damaged_xlsx": "Dit Excel-bestand is beschadigd of afgebroken; open het in Excel en sla het opnieuw op als .xlsx.",
    "zip_bomb": "Dit Excel-bestand is uitgepakt veel te groot; kopieer de tabel naar een nieuw bestand.",
    "no_sheet": "Het blad “{sheet}” staat niet in dit bestand; kies een van deze bladen: {sheets}.",
    "too_many_sheets": "Dit bestand heeft meer dan {limit} bladen; kopieer de tabel naar een nieuw bestand.",
    "sheet_too_big": (
        "Het blad “{sheet}” gebruikt een vlak tot {where} en dat is te groot; haal de lege of overbodige cellen weg."
    ),
    "merged_cells": "Op het blad “{sheet}” zijn de cellen {range} samengevoegd; splits ze en vul elke cel in.",
    "formula_without_value": (
        "De formule op {where} van blad “{sheet}” heeft nog geen uitkomst; open het bestand in Excel en sla het op."
    ),
}

ROW_PROBLEMS = {
    "too_many_cells": "Op {where} staat “{text}” voorbij de laatste kolom; staat er een scheidingsteken te veel?",
    "too_few_cells": "Op {where} staan {found} van de {expected} cellen; vul de rij aan.",
    "cell_without_name": "Op {where} staat “{text}” in een kolom zonder naam; geef de kolom een naam of wis de cel.",
    "control_character": "Op {where} stond een teken dat niet in tekst hoort en dat we weglieten; typ de cel opnieuw.",
    "cell_error": "Op {where} staat een foutwaarde van Excel ({text}); verbeter de formule.",
}

NOTES = {
    "windows_1252": "Het bestand is gelezen als Windows-1252 en niet als UTF-8; kijk letters met accenten na.",
    "utf_16": "Het bestand is gelezen als UTF-16.",
    "separator": "De kolommen zijn gescheiden door {separator}.",
    "separator_line": "De eerste regel (“sep=”) geeft het scheidingsteken en telt niet als kolomnamen.",
    "line_ends_cr": "De regels eindigen zoals op een oude Mac (enkel CR).",
    "line_ends_mixed": "De regels eindigen niet overal op dezelfde manier.",
    "header_lower": "De kolomnamen staan op rij {row}; de rijen erboven zijn leeg.",
    "columns_without_name": "Kolom {columns} heeft geen naam en wordt niet gelezen.",
    "sheet": "Enkel het blad “{sheet}” is gelezen; het bestand heeft {count} bladen.",
    "formulas": "In {count} cellen staat een formule; we lezen de uitkomst die Excel bewaarde.",
}
