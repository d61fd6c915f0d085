"""The fictional world as plain rows: from a size, a seed, name parts and the real territory. No Django, no clock."""
