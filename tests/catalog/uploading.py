"""A process that takes in one file after the other and says which it has acknowledged.

python -m tests.catalog.uploading MEDIA_ROOT VENDOR_NUMBER FIRST_NUMBER
"""

import sys

import django
from django.conf import settings


def main(media_root, vendor_number, first):
    settings.MEDIA_ROOT = media_root
    django.setup()
    # Models can be imported only now; the module is a program, not a part of one.
    from catalog.models import UploadedFile, Vendor  # noqa: PLC0415
    from catalog.uploads import take_upload  # noqa: PLC0415
    from tests.catalog.files_of_companies import picture, upload  # noqa: PLC0415

    vendor = Vendor.objects.get(pk=vendor_number)
    for number in range(int(first), int(first) + 1000):
        colour = (number % 256, number // 256, 0)
        file = upload(picture("PNG", (64, 64), colour), f"{number}.png")
        found = take_upload(file, vendor=vendor, kind=UploadedFile.Kind.PICTURE, by=None)
        print(found.pk, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
