"""The product form as an editor's browser has it: read it, change it, send it back."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from catalog.models import ProductPage


def draft_of(page):
    return ProductPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def product_form(page, data=None):
    """The page's form on its latest draft, without the screen around it."""
    form_class = ProductPage.get_edit_handler().get_form_class()
    return form_class(data, instance=draft_of(page), parent_page=page.get_parent())


def form_data(page):
    """What the form would send unchanged."""
    form = product_form(page)
    formsets = form.formsets.values()
    parts = [*form, *(formset.management_form for formset in formsets)]
    parts += [field for formset in formsets for child in formset.initial_forms for field in child]
    parts += [field for row in form.spec_rows.rows for field in row]
    data = read_form(f"<form>{''.join(str(part) for part in parts)}</form>")
    for formset in formsets:
        data[f"{formset.prefix}-TOTAL_FORMS"] = str(formset.initial_form_count())
    return data


def read_form(html, form_id=None):
    data = querydict_from_html(html, form_id=form_id)
    for box in BeautifulSoup(html, "html.parser").select("input[checked]:not([value])"):
        data[box["name"]] = "on"
    # The longer text is built by JavaScript; an empty one says so.
    data["body-count"] = "0"
    return data


def changed(data, changes, drop):
    """The data with these changes; keys use `__` for the hyphen."""
    for name in drop:
        data.pop(name, None)
    for name, value in changes.items():
        data[name.replace("__", "-")] = value
    return data


def fill(page, *, drop=(), **changes):
    """The form with these changes, bound."""
    return product_form(page, changed(form_data(page), changes, drop))


def edit(page, *, publish=False, **changes):
    """Save the form with these changes as a draft, or publish it; the page as it was saved."""
    form = fill(page, **changes)
    assert form.is_valid(), mistakes(form)
    draft = form.save(commit=False)
    revision = draft.save_revision()
    if publish:
        revision.publish()
    return draft_of(page)


def mistakes(form):
    """Every mistake the form would show: its own, its formsets' and its spec rows'."""
    form.is_valid()
    found = {name: list(errors) for name, errors in form.errors.items()}
    for name, formset in form.formsets.items():
        found |= {f"{name}-{n}": dict(errors) for n, errors in enumerate(formset.errors) if errors}
    for row in form.spec_rows.posted:
        if row.errors:
            found[row.spec_key.key] = {name: list(errors) for name, errors in row.errors.items()}
    return found


def edit_page(client, page):
    """The HTML of the page's editing screen."""
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return response.content.decode()


def send(client, page, *, drop=(), **changes):
    """Post the editing screen's form with these changes."""
    data = changed(read_form(edit_page(client, page), "page-edit-form"), changes, drop)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
