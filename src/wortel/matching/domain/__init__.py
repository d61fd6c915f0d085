"""Which offer is put to which need: conditions, score, and what would have to change; pure decisions."""
