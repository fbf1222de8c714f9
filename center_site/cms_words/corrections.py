"""Words that Wagtail has translated wrongly, or in other terms than ours."""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("History"),
    gettext_noop("Published"),
    gettext_noop("Edited"),
    gettext_noop("Live"),
    gettext_noop("live"),
    gettext_noop("live + draft"),
    gettext_noop("live + scheduled"),
    gettext_noop("Alias"),
    gettext_noop("Publish this version"),
    gettext_noop("Publish page"),
    gettext_noop("Workflow"),
    gettext_noop("Workflow history"),
    gettext_noop("Workflow '%(object)s' updated."),
    gettext_noop("Workflow '%(object)s' disabled."),
    gettext_noop("Workflow '%(workflow_name)s' enabled."),
    gettext_noop("Task"),
    gettext_noop("Tasks"),
    gettext_noop("Task started"),
    gettext_noop("Task submitted by"),
    gettext_noop("Approved task"),
    gettext_noop("Task '%(object)s' updated."),
    gettext_noop("Task '%(object)s' disabled."),
    gettext_noop("Task '%(task_name)s' enabled."),
    gettext_noop("Locked"),
    gettext_noop("go live date/time"),
    gettext_noop("approved go live at"),
    gettext_noop("Live version"),
    gettext_noop("A comma-separated list of tags."),
)
