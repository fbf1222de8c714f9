"""Everything a product page shows, read in a fixed and small number of queries."""

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from catalog.models import (
    ExhibitPlace,
    ProductCertificate,
    ProductDocument,
    ProductPage,
    ProductPicture,
    ProductSpec,
    ProductVideo,
    RelatedProduct,
    SpecChoice,
)

# Of the product and of the related ones below it, whose cards show a figure too.
WITH_FIGURES = (
    "family__family_specs",
    Prefetch("specs", ProductSpec.objects.select_related("spec_key", "choice")),
)
ALWAYS = (
    Prefetch("gallery", ProductPicture.objects.select_related("image")),
    "highlights",
    "applications",
    "industries",
    Prefetch("exhibit_places", ExhibitPlace.objects.select_related("hall")),
)
# Most products have none of these: asked for only where the first query saw one.
SOMETIMES = {
    "related_links": RelatedProduct,
    "documents": ProductDocument,
    "videos": ProductVideo,
    "certificates": ProductCertificate,
}
JOINED = {"documents": "document", "certificates": "mark"}


def published_product(slug: str) -> ProductPage | None:
    """The published product with everything its page shows, or None."""
    products = _with_flags(ProductPage.objects.published().for_pages())
    product = products.filter(slug=slug).first()
    if product is None:
        return None
    prefetch_related_objects([product], *ALWAYS, *_present(product))
    prefetch_related_objects([product, *product.related_products], *WITH_FIGURES)
    _read_vocabulary(product)
    _read_renditions(product)
    return product


def _with_flags(products: QuerySet) -> QuerySet:
    return products.annotate(
        **{
            f"has_{name}": Exists(model.objects.filter(product=OuterRef("pk")))
            for name, model in SOMETIMES.items()
        }
    )


def _present(product):
    """Prefetches for the children it has; the others are set empty, without a query."""
    wanted = []
    for name, model in SOMETIMES.items():
        if getattr(product, f"has_{name}"):
            rows = model.objects.all()
            joined = JOINED.get(name)
            wanted.append(Prefetch(name, rows.select_related(joined) if joined else rows))
        else:
            setattr(product, name, [])
    return wanted


def _read_vocabulary(product):
    """Translated words of short texts, only where a spec's key has some."""
    keys = [spec.spec_key for spec in product.specs.all() if spec.text]
    if keys:
        words = list(SpecChoice.objects.filter(spec_key__in=keys))
        for key in keys:
            key.choices = [word for word in words if word.spec_key_id == key.pk]


def _read_renditions(product):
    """All pictures' renditions at once: the page's own and those of related products."""
    related = [other.image for other in product.related_products if other.image]
    prefetch_related_objects([*product.pictures, *related], "renditions")
