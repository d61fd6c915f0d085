"""Words every room speaks: span, reason, citation, rulebook, clean text. No Django, no I/O, no clock."""
