from .base import BasePage
from .chores import ChoreRun
from .content import ContentPage
from .home import HomePage
from .images import CenterImage, CenterRendition

__all__ = ["BasePage", "CenterImage", "CenterRendition", "ChoreRun", "ContentPage", "HomePage"]
