from .changes import CatalogChange
from .screens import Kiosk

__all__ = ["CatalogChange", "Kiosk"]
