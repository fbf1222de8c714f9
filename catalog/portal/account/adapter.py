"""How the sign-in library is bent to the centre: where people land, and mails by us."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from center_site.addresses import origin_of
from center_site.languages import current_language

from .landing import path_for


class AccountAdapter(DefaultAccountAdapter):
    """Everybody lands where they belong; mails carry the centre's name, not a host's."""

    def get_login_redirect_url(self, request):
        return path_for(request.user)

    def get_signup_redirect_url(self, request):
        return path_for(request.user)

    def get_password_change_redirect_url(self, request):
        return path_for(request.user)

    def get_from_email(self):
        return settings.DEFAULT_FROM_EMAIL

    def render_mail(self, template_prefix, email, context, headers=None):
        """The library's plain text in our words, and the same as HTML."""
        request = context.get("request") or self.request
        context = {
            **context,
            "site_name": gettext("Korea–China AI Center"),
            "site_address": f"{origin_of(request)}/{translation.get_language()}/",
            "html_lang": current_language().html_lang,
        }
        mail = super().render_mail(template_prefix, email, context, headers)
        letter = {**context, "text": mail.body, "subject": mail.subject}
        mail.attach_alternative(
            render_to_string("catalog/portal/account/letter.html", letter), "text/html"
        )
        return mail
