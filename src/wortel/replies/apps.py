from django.apps import AppConfig


class RepliesConfig(AppConfig):
    name = "wortel.replies"
    label = "replies"
