"""Who belongs to the house."""


def is_staff(user) -> bool:
    """Whether this person works for the centre: an account that may enter the CMS."""
    return user.is_active and (user.is_staff or user.has_perm("wagtailadmin.access_admin"))
