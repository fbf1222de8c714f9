"""Registers the editors' side of the catalogue with Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from center_site.chores import Chore
from center_site.groups import EDITORS, OPERATORS, REVIEWERS, model_permissions

from .cms.board import drop_summary, show_board
from .cms.companies.desk import CompanyDesk, show_company_board
from .cms.deletion import refuse_when_in_use
from .cms.inquiries import InquiryViewSet
from .cms.product_list import ProductExplorerViewSet, ProductListViewSet
from .cms.reviewing.doors import (
    guard_deletion,
    guard_many,
    guard_publishing,
    settle_before_publishing,
)
from .cms.reviewing.queue import SubmissionViewSet
from .cms.taxonomy import TaxonomyGroup
from .cms.vendors import VendorViewSet
from .companies import remind_of_expiry
from .importing.sheets.resuming import take_up_stuck
from .inquiring import purge_due
from .listing.expiring import warn_of_expiring_certificates
from .notifying import send_due
from .review import remind_of_waiting
from .uploads.nightly import nightly_check
from .uploads.visibility import may_see_file, shows_file

register_snippet(VendorViewSet)
register_snippet(TaxonomyGroup)
hooks.register("before_delete_snippet", refuse_when_in_use)
hooks.register("before_publish_reviewed", settle_before_publishing)
hooks.register("before_publish_page", guard_publishing)
hooks.register("before_delete_page", guard_deletion)
hooks.register("before_bulk_action", guard_many)
hooks.register("shows_file", shows_file)
hooks.register("may_see_file", may_see_file)
hooks.register("construct_homepage_panels", show_board)
hooks.register("construct_homepage_panels", show_company_board)
hooks.register("construct_homepage_summary_items", drop_summary, order=1000)


@hooks.register("register_admin_viewset")
def list_products():
    return [ProductListViewSet(), ProductExplorerViewSet(), InquiryViewSet(), CompanyDesk()]


@hooks.register("register_admin_viewset")
def list_submissions():
    return SubmissionViewSet()


@hooks.register("insert_global_admin_css")
def style_catalogue():
    sheets = [static(f"catalog/cms/{name}.css") for name in ("catalog", "reviewing")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', [[sheet] for sheet in sheets])


@hooks.register("group_permissions")
def permit_catalogue():
    """Editors keep companies as drafts; reviewers publish them and keep the taxonomy."""
    write = model_permissions("catalog", "vendor", "view", "add", "change")
    terms = [viewset.model._meta.model_name for viewset in TaxonomyGroup.items]
    keep = [
        code
        for term in terms
        for code in model_permissions("catalog", term, "view", "add", "change", "delete")
    ]
    return {
        EDITORS: write,
        REVIEWERS: [*write, *keep, *model_permissions("catalog", "vendor", "publish", "delete")],
        OPERATORS: model_permissions("catalog", "vendor", "view"),
    }


@hooks.register("group_permissions")
def permit_review():
    """Editors read what companies hand in and comment on it; reviewers also decide."""
    talk = [
        *model_permissions("catalog", "submission", "view"),
        *model_permissions("catalog", "submissioncomment", "view", "add"),
    ]
    return {
        EDITORS: talk,
        REVIEWERS: [*talk, *model_permissions("catalog", "submission", "change")],
    }


@hooks.register("group_permissions")
def permit_companies():
    """Editors see what companies hand in; reviewers decide, invite owners, write consents."""
    decided = ("companyverification", "profilechange", "ownershiptransfer")
    kept = (*decided, "invitation", "consenttext")
    see = [code for model in kept for code in model_permissions("catalog", model, "view")]
    decide = [code for model in kept for code in model_permissions("catalog", model, "change")]
    write = [
        code
        for model in ("invitation", "consenttext")
        for code in model_permissions("catalog", model, "add")
    ]
    return {EDITORS: see, REVIEWERS: [*see, *decide, *write]}


@hooks.register("register_chore")
def remind_companies():
    return Chore("remind companies of verification", remind_of_expiry, every_seconds=86400)


@hooks.register("register_chore")
def remind_reviewers():
    return Chore("remind reviewers", remind_of_waiting, every_seconds=3600)


@hooks.register("register_chore")
def send_mails():
    return Chore("send mails", send_due, every_seconds=60)


@hooks.register("group_permissions")
def permit_inquiries():
    """Whoever edits may read and answer inquiries, and delete personal data on request."""
    answer = model_permissions("catalog", "inquiry", "view", "change", "delete")
    return {EDITORS: answer, REVIEWERS: answer}


@hooks.register("register_chore")
def purge_inquiries():
    return Chore("purge inquiries", purge_due, every_seconds=86_400)


@hooks.register("register_chore")
def check_all_files():
    return Chore("check files", nightly_check, every_seconds=86_400)


@hooks.register("register_chore")
def watch_certificates():
    return Chore(
        "warn of expiring certificates", warn_of_expiring_certificates, every_seconds=86_400
    )


@hooks.register("register_chore")
def resume_sheets():
    return Chore("take up stuck sheets", take_up_stuck, every_seconds=300)
