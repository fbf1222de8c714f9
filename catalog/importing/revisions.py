"""Keeping what an import wrote: a revision, and one update of the reference index."""

from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update


def keep_state(record, *, publish, **options):
    """A revision of what the file says, public only if the record is: taken down stays down.

    The reference index follows once for the record, not once for every row that it has.
    """
    with disable_reference_index_auto_update():
        revision = record.save_revision(**options)
        if publish:
            revision.publish()
    ReferenceIndex.create_or_update_for_object(record)
