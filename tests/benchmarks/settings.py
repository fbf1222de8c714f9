"""Settings of the benchmarks: as tests have them, on the scratch centre's files."""

from center_site.settings.test import *  # noqa: F403 - settings modules extend each other by design
from center_site.settings.test import env

MEDIA_ROOT = env("MEDIA_ROOT")
