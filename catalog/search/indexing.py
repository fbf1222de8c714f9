"""Keeping one SearchDocument per product, written when a product or its company changes."""

from catalog.models import ProductPage, SearchDocument

from .text import squeeze


def document_of(product: ProductPage) -> SearchDocument:
    """The words by which `product` is found, unsaved."""
    vendor = product.vendor
    names = [
        product.title,
        product.title_ko,
        product.title_zh,
        product.title_en,
        *(alias.name for alias in product.other_names.all()),
        vendor.name_ko,
        vendor.name_zh,
        vendor.name_en,
    ]
    text = [*names, product.tagline_ko, product.tagline_zh]
    return SearchDocument(product=product, names=_lines(names), text=_lines(text))


def update_documents(products):
    """Write the documents of these products, in batches."""
    products = products.select_related("vendor").prefetch_related("other_names")
    documents = [document_of(product) for product in products]
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["product"],
        update_fields=["names", "text"],
        batch_size=500,
    )
    return len(documents)


def _lines(parts):
    """One name a line, so that a word never matches across two names."""
    return "\n".join(dict.fromkeys(squeeze(part) for part in parts if part))
