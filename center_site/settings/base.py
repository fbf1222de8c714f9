"""Settings that every environment shares.

What differs from machine to machine comes from environment variables; the table
"Settings" in center_site/README.md lists each of them, and a test holds that table
to this package.
"""

from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from .accounts import *  # noqa: F403 - settings modules extend each other by design
from .environment import env, public_origin

BASE_DIR = Path(__file__).resolve().parent.parent.parent

DEBUG = False
WSGI_APPLICATION = "center_site.wsgi.application"
ROOT_URLCONF = "center_site.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "kiosk.apps.KioskConfig",
    "catalog.apps.CatalogConfig",
    "center_site.apps.CenterSiteConfig",
    "wagtail.users",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "center_site.middleware.refuse_null_bytes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "center_site.middleware.TextGZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "center_site.middleware.policy_by_part",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "center_site.middleware.language_by_address",
    "center_site.middleware.refuse_large_bodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "center_site.middleware.cms_for_staff",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "center_site.cms_refusals.tell_refusals",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "center_site.context.site",
            ],
            "builtins": ["center_site.templatetags.site_tags"],
        },
    },
]

# Two languages as equals. English is for the people behind the CMS only.
LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Seoul"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static_root"
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / env("MEDIA_ROOT", default="media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "center_site.static_files.HashedModuleStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

if env("REDIS_URL", default=""):
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": env("REDIS_URL"),
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 2000},
        }
    }

# Immediate by default: nothing may silently wait for a worker that nobody started. What is
# slow (mails, reading spreadsheets) asks for "background", which production may give to one.
# Our tasks are Django's where it has any (since 6.0), as django_tasks_db takes for granted;
# Wagtail's, done by "default", are django_tasks's even there. TASK_PACKAGE can go, and
# center_site/background.py with it, when Django 5.2 does.
TASK_PACKAGE = "django.tasks" if find_spec("django.tasks") else "django_tasks"
IMMEDIATE = {"BACKEND": f"{TASK_PACKAGE}.backends.immediate.ImmediateBackend"}
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": IMMEDIATE,
    "at_once": IMMEDIATE,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers would print once more, or mail requests with personal data.
        "django": {"handlers": [], "level": "INFO"},
        # A request with a made-up Host is the sender's mistake, answered with 400.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        # One line per indexed object or audit entry says nothing that the CMS does not show.
        "django_tasks": {"level": "WARNING"},
        "django.tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

# Pages, portal and kiosk run under the strict policy. Wagtail's admin builds forms with
# inline scripts (a strict policy breaks InlinePanel), so it has a policy of its own.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
CMS_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-ancestors": ["'self'"],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a product with 60 facts and a gallery, in Wagtail's form

# How long the personal data of an inquiry is kept.
INQUIRY_KEEP_DAYS = env.int("INQUIRY_KEEP_DAYS", 365)

# Where the public reaches the centre, such as https://center.example; empty means the
# address the request came in on (links in QR codes and feeds then use LOCAL_ORIGIN).
PUBLIC_ORIGIN = public_origin()
CSRF_TRUSTED_ORIGINS = [PUBLIC_ORIGIN] if PUBLIC_ORIGIN else []
LOCAL_ORIGIN = f"http://localhost:{env.int('PORT', 8000)}"

# Media is served by the application itself (a web server or S3 does it in production).
SERVE_MEDIA = False
# Kiosk screens that open without a device token.
KIOSK_OPEN_SCREENS = []

WAGTAIL_SITE_NAME = "Korea–China AI Center"
WAGTAILADMIN_BASE_URL = PUBLIC_ORIGIN or LOCAL_ORIGIN
# One page holds both languages; Wagtail's page-per-language trees stay off.
WAGTAIL_I18N_ENABLED = False
# Approval publishes what was reviewed, not what was saved last.
WAGTAIL_FINISH_WORKFLOW_ACTION = "center_site.publishing.publish_reviewed"
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("ko", "한국어"),
    ("zh-hans", "简体中文"),
    ("en", "English"),
]
WAGTAIL_USER_TIME_ZONES = ["Asia/Seoul", "Asia/Shanghai", "UTC"]
WAGTAILIMAGES_IMAGE_MODEL = "center_site.CenterImage"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "center_site.image_form.CleanImageForm"
WAGTAILIMAGES_WEBP_QUALITY = 82
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "catalog.cms.papers.CheckedDocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []  # papers are downloaded, never shown in the site's place
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True}
}
TAGGIT_CASE_INSENSITIVE = True

# What companies may send. Pictures have Wagtail's limits above.
VENDOR_PDF_MAX_BYTES = 20 * 1024 * 1024
VENDOR_VIDEO_MAX_BYTES = 200 * 1024 * 1024
VENDOR_WORKBOOK_MAX_BYTES = 10 * 1024 * 1024
VENDOR_WORKBOOK_MAX_UNPACKED_BYTES = 100 * 1024 * 1024
VENDOR_CSV_MAX_BYTES = 200 * 1024 * 1024
VENDOR_UPLOAD_QUOTA_BYTES = 1024 * 1024 * 1024
# Whole requests: the largest file with its form, and a form without files.
LARGEST_UPLOAD_BYTES = 201 * 1024 * 1024
LARGEST_FORM_BYTES = 2 * 1024 * 1024

# Amounts of one unit in won, for putting prices of different currencies in order only;
# no page shows a converted amount. Rounded yearly averages, good enough to sort by.
PRICE_ORDER_RATES = {"KRW": "1", "CNY": "190", "USD": "1380"}
