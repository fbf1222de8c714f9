from .facts import (
    ProductCertificate,
    ProductDocument,
    ProductHighlight,
    ProductPicture,
    ProductSpec,
    ProductVideo,
    RelatedProduct,
)
from .places import ExhibitPlace, Hall
from .products import ProductAlias, ProductIndexPage, ProductPage, ProductTag
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
