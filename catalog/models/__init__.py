from .consents import Consent, ConsentPurpose, ConsentText
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
from .inquiries import Inquiry, InquiryMessage
from .members import Invitation, Membership, OwnershipTransfer
from .notifications import Notification
from .places import ExhibitPlace, Hall
from .product_index import ProductIndexPage
from .product_rules import LanguageState
from .products import ProductPage
from .search import SearchDocument
from .sheets import SheetImport
from .submissions import Submission, SubmissionComment, SubmissionEvent
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
from .uploads import UploadedFile
from .vendors import Vendor
from .verification import CompanyVerification, ProfileChange

__all__ = [
    "Application",
    "Availability",
    "CertificationMark",
    "CompanyVerification",
    "Consent",
    "ConsentPurpose",
    "ConsentText",
    "ExhibitPlace",
    "Family",
    "FamilySpec",
    "Hall",
    "Industry",
    "Inquiry",
    "InquiryMessage",
    "Invitation",
    "LanguageState",
    "Membership",
    "Notification",
    "OwnershipTransfer",
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
    "ProfileChange",
    "RelatedProduct",
    "SearchDocument",
    "SheetImport",
    "SpecChoice",
    "SpecKey",
    "StrategicField",
    "Submission",
    "SubmissionComment",
    "SubmissionEvent",
    "Term",
    "UploadedFile",
    "Vendor",
]
