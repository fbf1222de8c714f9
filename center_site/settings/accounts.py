"""Who may come in and how: sign-up, sign-in, second steps, throttles.

The throttles count in the cache: where several workers serve, set REDIS_URL so that they
count together.
"""

# One door for everybody: companies and staff sign in at the same address, with the same
# throttles. Where it leads is decided by the adapter.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal_home"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Whether people who work in the CMS must have a second step of sign-in.
STAFF_MFA_REQUIRED = False
ACCOUNT_ADAPTER = "catalog.portal.account.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "catalog.portal.account.forms.SignupForm"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody can have us write to strangers
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Amount, time and what is counted: the address of the network, or the account.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "10/h/ip",
    "reset_password": "10/h/ip,3/10m/key",
    "reset_password_from_key": "10/m/ip",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
    "confirm_email": "1/3m/key",
    # Visitors' inquiries: a hall's phones may share one network, a sender is one person.
    "inquiry": "60/h/ip,5/h/key",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "catalog.portal.account.key_forms.AddKeyForm",
    "edit_webauthn": "catalog.portal.account.key_forms.RenameKeyForm",
}
MFA_TOTP_ISSUER = "Korea–China AI Center"
MFA_TOTP_TOLERANCE = 1  # a phone's clock that is half a minute off
MFA_RATE_LIMITS = {"webauthn_login": "10/m/ip"}
# What one person may send to the portal: autosaves of several tabs, uploads, submits.
PORTAL_SENDS_PER_MINUTE = 600
