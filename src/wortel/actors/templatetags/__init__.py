"""Template words of the actors."""
