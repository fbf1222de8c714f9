"""Settings of the benchmarks: as tests have them, on the scratch centre's files."""

import os

from center_site.settings.test import *  # noqa: F403 - settings modules extend each other by design

MEDIA_ROOT = os.environ["MEDIA_ROOT"]
