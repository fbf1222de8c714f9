from .facts import (
    ProductAlias,
    ProductCertificate,
    ProductDocument,
    ProductHighlight,
    ProductPicture,
    ProductSpec,
    ProductTag,
    ProductVideo,
    RelatedProduct,
)
from .places import ExhibitPlace, Hall
from .product_index import ProductIndexPage
from .product_rules import LanguageState
from .products import ProductPage
from .search import SearchDocument
from .taxonomy import (
    Application,
    Availability,
    CertificationMark,
    Family,
    FamilySpec,
    Industry,
    SpecChoice,
    SpecKey,
    StrategicField,
    Term,
)
from .vendors import Vendor

__all__ = [
    "Application",
    "Availability",
    "CertificationMark",
    "ExhibitPlace",
    "Family",
    "FamilySpec",
    "Hall",
    "Industry",
    "LanguageState",
    "ProductAlias",
    "ProductCertificate",
    "ProductDocument",
    "ProductHighlight",
    "ProductIndexPage",
    "ProductPage",
    "ProductPicture",
    "ProductSpec",
    "ProductTag",
    "ProductVideo",
    "RelatedProduct",
    "SearchDocument",
    "SpecChoice",
    "SpecKey",
    "StrategicField",
    "Term",
    "Vendor",
]
