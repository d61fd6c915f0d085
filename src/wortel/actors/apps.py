from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "wortel.actors"
    label = "actors"
