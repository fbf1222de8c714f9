"""Every word that the screens' own buttons and labels say, in the active language.

They travel in the content, because a screen has no gettext. `{name}` marks what the
screen fills in. All are in the context "kiosk": the same English word may need another
translation elsewhere.
"""

from django.utils.translation import pgettext


def interface_words() -> dict[str, str]:
    return {**_moving_about(), **_product(), **_session()}


def _moving_about():
    return {
        "back": pgettext("kiosk", "Back"),
        "home": pgettext("kiosk", "Home"),
        "navigation": pgettext("kiosk", "Moving about"),
        "center": pgettext("kiosk", "Korea–China AI Center"),
        "choose_language": pgettext("kiosk", "Language"),
        "touch_to_start": pgettext("kiosk", "Touch the screen to start"),
        "pause": pgettext("kiosk", "Pause the pictures"),
        "play": pgettext("kiosk", "Play the pictures"),
        "welcome": pgettext("kiosk", "What would you like to see?"),
        "fields": pgettext("kiosk", "Fields"),
        "featured": pgettext("kiosk", "Products to start with"),
        "which_family": pgettext("kiosk", "Choose a kind of product."),
        "product_count": pgettext("kiosk", "{count} products"),
        "all_of_vendor": pgettext("kiosk", "Products of this company"),
        "pages": pgettext("kiosk", "Pages of the list"),
        "previous_page": pgettext("kiosk", "Previous"),
        "next_page": pgettext("kiosk", "Next"),
        "page_of": pgettext("kiosk", "{page} of {count}"),
        "nothing_here": pgettext("kiosk", "There is nothing here at the moment."),
        "country_KR": pgettext("kiosk", "Korea"),
        "country_CN": pgettext("kiosk", "China"),
    }


def _product():
    return {
        "overview": pgettext("kiosk", "Overview"),
        "specs": pgettext("kiosk", "Specifications"),
        "sections": pgettext("kiosk", "Parts of this page"),
        "highlights": pgettext("kiosk", "Highlights"),
        "key_figures": pgettext("kiosk", "Key figures"),
        "no_specs": pgettext("kiosk", "The company has not published specifications."),
        "price": pgettext("kiosk", "Price"),
        "on_request": pgettext("kiosk", "Price on request"),
        "as_of": pgettext("kiosk", "as of {date}"),
        "availability": pgettext("kiosk", "Availability"),
        "released": pgettext("kiosk", "Released"),
        "stands_at": pgettext("kiosk", "Where it stands"),
        "floor": pgettext("kiosk", "Floor {floor}"),
        "stand": pgettext("kiosk", "Stand {stand}"),
        "not_on_show": pgettext("kiosk", "Not on show at the moment"),
        "certificates": pgettext("kiosk", "Certificates"),
        "valid_until": pgettext("kiosk", "valid until {date}"),
        "company": pgettext("kiosk", "Company"),
        "founded": pgettext("kiosk", "Founded in {year}"),
        "see_company": pgettext("kiosk", "See this company"),
        "related": pgettext("kiosk", "See also"),
        "take_along": pgettext("kiosk", "Take it along on your phone"),
        "scan": pgettext("kiosk", "Point your phone's camera at the code."),
        "qr_alt": pgettext("kiosk", "QR code of this product's web page"),
        "illustration_short": pgettext("kiosk", "Illustration"),
        "illustration": pgettext("kiosk", "Illustration. The real product looks different."),
        "pictures": pgettext("kiosk", "Pictures"),
        "previous_picture": pgettext("kiosk", "Previous picture"),
        "next_picture": pgettext("kiosk", "Next picture"),
        "zoom_in": pgettext("kiosk", "Enlarge"),
        "zoom_out": pgettext("kiosk", "Reduce"),
        "zoom_level": pgettext("kiosk", "{percent} %"),
        "not_translated": pgettext("kiosk", "Not translated yet"),
    }


def _session():
    return {
        "still_there": pgettext("kiosk", "Are you still there?"),
        "will_reset": pgettext(
            "kiosk", "The screen will start over and forget what you looked at."
        ),
        "seconds_left": pgettext("kiosk", "{seconds} seconds left"),
        "seconds": pgettext("kiosk", "seconds"),
        "continue": pgettext("kiosk", "Continue"),
        "end": pgettext("kiosk", "Finish"),
    }
