"""`@task` marks work for the background (settings.TASKS says where it is done)."""

from django.conf import settings
from django.utils.module_loading import import_string

task = import_string(f"{settings.TASK_PACKAGE}.task")
