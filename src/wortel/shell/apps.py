from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "wortel.shell"
    label = "shell"
