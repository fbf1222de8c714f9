"""The editors' side of the catalogue: forms, panels, lists and the board at /cms/.

`ProductPage` and `Vendor` know nothing of this package. Wagtail asks a page's class for
its edit handler, so `CatalogConfig.ready` puts it there; everything else is registered
in `catalog.wagtail_hooks`.
"""
