"""The page of one's own account: sign-in, language and consents."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.consenting import Purposes, agreed_texts, current_texts, given, record, withdraw
from catalog.models import Membership
from catalog.notifying import language_of
from center_site.languages import current_language
from center_site.middleware import has_second_step

from .forms import ConsentForm, LanguageForm, remember_language


@require_safe
@login_required
@never_cache
def account(request):
    return _page(request)


@require_POST
@login_required
@never_cache
def choose_language(request):
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return _page(request, language_form=form, status=422)
    code = form.cleaned_data["language"]
    remember_language(request.user, code)
    with translation.override(code):
        messages.success(request, _("From now on we write to you in this language."))
        return redirect(reverse("portal_account"))


@require_POST
@login_required
@never_cache
def give_consent(request):
    form = ConsentForm(request.POST, purposes=_missing(request.user))
    if not form.is_valid():
        return _page(request, consent_form=form, status=422)
    record(agreed_texts(form), user=request.user, language_code=current_language().code)
    messages.success(request, _("Thank you. Your consent has been kept."))
    return redirect("portal_account")


@require_POST
@login_required
@never_cache
def withdraw_consent(request, purpose):
    if purpose not in Purposes.ACCOUNT:
        raise Http404
    if withdraw(request.user, purpose=purpose):
        messages.success(
            request, _("Your consent has ended. The portal stays closed until you give it again.")
        )
    return redirect("portal_account")


def _page(request, *, language_form=None, consent_form=None, status=200):
    user = request.user
    request.membership = Membership.objects.select_related("vendor").filter(user=user).first()
    answers = given(user, Purposes.ACCOUNT)
    texts = {text.purpose: text for text in current_texts(Purposes.ACCOUNT)}
    context = {
        "email": user.email,
        "has_second_step": has_second_step(user),
        "language_form": language_form or LanguageForm(initial={"language": language_of(user)}),
        "consents": [
            {"consent": answer, "text": answer.text, "newest": texts.get(purpose)}
            for purpose, answer in answers.items()
            if answer
        ],
        "consent_form": consent_form or ConsentForm(purposes=_missing(user, answers)),
    }
    return render(request, "catalog/portal/account/account.html", context, status=status)


def _missing(user, answers=None):
    answers = answers or given(user, Purposes.ACCOUNT)
    return [purpose for purpose, answer in answers.items() if answer is None]
