"""Days and moments as each language writes them."""

import datetime

from babel.dates import format_date, format_datetime
from django.utils import timezone, translation

from .languages import current_language


def format_day(day: datetime.date) -> str:
    """2026. 11. 22. in Korean, 2026年11月22日 in Chinese."""
    return format_date(day, "medium", locale=_locale())


def format_moment(moment: datetime.datetime) -> str:
    """Day and time to the minute, in the reader's time zone."""
    local = timezone.localtime(moment)
    return f"{format_day(local.date())} {format_datetime(local, 'HH:mm', locale=_locale())}"


def _locale():
    """The CMS may also be read in English."""
    is_english = (translation.get_language() or "").startswith("en")
    return "en" if is_english else current_language().locale
