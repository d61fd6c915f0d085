from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "wortel.people"

    def ready(self) -> None:
        """Listens to the library that signs people in."""
        from wortel.people.sign_in.listening import listen  # noqa: PLC0415  (needs the tables to be known)

        listen()
