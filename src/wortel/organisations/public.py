"""The door of the organisations: what other rooms may ask or do."""

__all__: list[str] = []
