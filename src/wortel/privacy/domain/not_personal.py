"""Tables without personal data, with every field they have: a field added to one of them must be judged first.

What a register says of an organisation is kept as it stood in the file (`intake.Record`). Columns about a person do
not belong in a file that is taken in; where a register names one all the same, the way is a reply, and a new import.
"""

from __future__ import annotations

from collections.abc import Mapping

NOT_PERSONAL: Mapping[str, str] = {
    "contenttypes.ContentType": "id app_label model",
    "auth.Permission": "id name content_type codename",
    "auth.Group_permissions": "id group permission",
    "auth.Group": "id name permissions",
    "socialaccount.SocialApp": "id provider provider_id name client_id secret key settings",
    "trail.Head": "only number hash",
    "post.JobRun": "id name day attempts lease_until done_at sentence",
    "intake.Source": "id key name url licence is_fictional",
    "intake.Import": "id source kind file_name file_sha256 mapping counts state loss_accepted applied_at undone_at",
    "intake.Record": "id source kind key brought_by ended_by subject row stated_on raw values repairs digest",
    "territory.Municipality": "nis name valid_from valid_to is_flemish",
    "territory.BoundarySet": "id map_from source file_name file_sha256 imported_at",
    "territory.Boundary": "id boundary_set municipality wkb",
    "actors.DirectoryCell": "id sector kind province region is_claimed is_fictional status sources",
    "actors.DirectoryEntry": "actor cell name_key nis x_km y_km",
    "actors.SearchEntry": "actor name_words name_stems other_words other_stems",
    "actors.SearchTerm": "id word stem n",
    "actors.SearchGram": "id gram length term",
    "actors.Actor": "id ref name kind sector status website is_fictional is_claimed sources nis province region "
    "postcode place lat lon x_km y_km precision updated_at",
    "actors.Site": "id actor record name street house_number postcode place municipality lat lon precision is_main",
    "actors.Identifier": "id actor record scheme value raw is_valid",
    "actors.Name": "id actor record name kind",
    "actors.Role": "id actor record role valid_from valid_to note",
    "actors.WorkingArea": "id actor record scheme area",
    "organisations.Partner": "id actor partner since until",
    "introductions.Standing": "id need run missing since ground changes offers",
    "introductions.Introduction": "id ref need offer need_actor offer_actor state origin version proposed_by run score "
    "reasons km proposed_at read_at need_agreed_at offer_agreed_at state_at expires_at remind_at planned_on why "
    "ended_by is_fictional",
    "coverage.Evidence": "id ref record claim status year happened_on municipality postcode title reporter basis "
    "confidence url stated_on is_fictional recorded_at",
    "coverage.EvidenceTally": "id year nis postcode recognised equivalent contested withdrawn denied denied_contested "
    "denied_withdrawn denier disputer",
    "coverage.EvidenceYear": "year statements fictional changed_at",
}
