"""What an editor of a product sees: words, facts, media and placement, a tab each."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    PublishingPanel,
    TabbedInterface,
)

from center_site.panels import side_by_side

from .panels import LanguageStatesPanel, SpecsPanel
from .product_form import ProductPageForm

words = [
    LanguageStatesPanel(heading=_("State of the languages")),
    MultiFieldPanel(
        [
            FieldPanel("title", help_text=_("Editors see it in lists; visitors never do.")),
            side_by_side("title"),
            FieldPanel("title_en"),
            side_by_side("tagline"),
            side_by_side("summary", help_text=_("Stands in lists and link previews.")),
        ],
        heading=_("Name and summary"),
    ),
    InlinePanel(
        "highlights", [side_by_side("text")], heading=_("Highlights"), label=_("highlight")
    ),
    FieldPanel("body"),
    side_by_side("regulatory_note", heading=_("Regulatory note")),
    InlinePanel(
        "other_names",
        [FieldPanel("name")],
        heading=_("Aliases"),
        label=_("alias"),
        help_text=_("Other names that people search for."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("source_language"),
            side_by_side("is_ready"),
            side_by_side("confirm"),
        ],
        heading=_("Translation"),
        help_text=_(
            "Changing the words of one language marks the other as out of date, unless you "
            "change both or confirm here that it still says the same."
        ),
    ),
]

classes = MultiFieldPanel(
    [
        FieldPanel("vendor"),
        FieldRowPanel(
            [
                FieldPanel("field", widget=forms.Select),
                FieldPanel("family", widget=forms.Select),
                FieldPanel("origin_country"),
            ]
        ),
        FieldPanel("applications", widget=forms.CheckboxSelectMultiple),
        FieldPanel("industries", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        FieldRowPanel([FieldPanel("released_on"), FieldPanel("release_precision")]),
        FieldPanel("hs_code"),
    ],
    heading=_("What it is"),
    classname="product-classes",
)
price = MultiFieldPanel(
    [
        FieldRowPanel(
            [
                FieldPanel("price_currency"),
                FieldPanel("price_minimum"),
                FieldPanel("price_maximum"),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("price_basis"),
                FieldPanel("price_period"),
                FieldPanel("is_tax_included"),
            ]
        ),
        FieldRowPanel([FieldPanel("price_as_of_on"), FieldPanel("price_valid_until_on")]),
        FieldPanel("price_source"),
    ],
    heading=_("Price"),
)
terms = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("lead_time_days"), FieldPanel("minimum_order_quantity")]),
        FieldRowPanel([FieldPanel("warranty_months"), FieldPanel("after_sales_country")]),
    ],
    heading=_("Terms"),
)
certificates = InlinePanel(
    "certificates",
    [
        FieldRowPanel([FieldPanel("mark", widget=forms.Select), FieldPanel("number")]),
        FieldRowPanel([FieldPanel("holder"), FieldPanel("model")]),
        FieldRowPanel([FieldPanel("issued_on"), FieldPanel("expires_on")]),
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on")]),
    ],
    heading=_("Certificates"),
    label=_("certificate"),
)
source = MultiFieldPanel(
    [FieldPanel("source"), FieldPanel("is_confirmed")], heading=_("Source of the facts")
)
facts = [classes, SpecsPanel(heading=_("Specs")), price, terms, certificates, source]

media = [
    FieldPanel("image", help_text=_("The first picture, on cards and in link previews.")),
    InlinePanel("gallery", [FieldPanel("image")], heading=_("Gallery"), label=_("picture")),
    InlinePanel(
        "videos",
        [FieldPanel("file"), side_by_side("caption")],
        heading=_("Videos"),
        label=_("video"),
    ),
    InlinePanel(
        "documents",
        [FieldPanel("document"), side_by_side("label")],
        heading=_("Documents"),
        label=_("document"),
    ),
]

placement = [
    FieldPanel(
        "slug", help_text=_("The product's address on the web; ASCII, from the model name.")
    ),
    FieldPanel("availability", widget=forms.Select),
    InlinePanel(
        "exhibit_places",
        [
            FieldPanel("hall", widget=forms.Select),
            FieldRowPanel([FieldPanel("zone"), FieldPanel("stand")]),
            FieldRowPanel([FieldPanel("map_x"), FieldPanel("map_y")]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        ],
        heading=_("Where it stands"),
        label=_("exhibit place"),
    ),
    MultiFieldPanel(
        [FieldPanel("is_featured"), FieldPanel("show_on_kiosk")], heading=_("Where it shows")
    ),
    InlinePanel(
        "related_links",
        [PageChooserPanel("related", "catalog.ProductPage")],
        heading=_("Related products"),
        label=_("product"),
    ),
    PublishingPanel(),
    CommentPanel(),
]

index_editing = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("title", help_text=_("Editors see it in lists; visitors never do.")),
                side_by_side("title"),
                side_by_side("summary"),
                FieldPanel("image"),
            ],
            heading=pgettext_lazy("tab of a form", "Words"),
        ),
        ObjectList(
            [FieldPanel("slug"), FieldPanel("show_in_menus")], heading=_("Address and menu")
        ),
    ]
)

product_editing = TabbedInterface(
    [
        ObjectList(words, heading=pgettext_lazy("tab of a form", "Words")),
        ObjectList(facts, heading=_("Facts")),
        ObjectList(media, heading=_("Media")),
        ObjectList(placement, heading=_("Placement")),
    ],
    base_form_class=ProductPageForm,
)
