"""Words of Wagtail's users, groups, snippets and redirects."""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("Required. Letters, digits and @/./+/-/_ only."),
    gettext_noop(
        "Receive notification when comments have been created, resolved, or "
        "deleted on a page that you have subscribed to receive comment "
        "notifications on"
    ),
    gettext_noop("System default"),
    gettext_noop("Light"),
    gettext_noop("Dark"),
    gettext_noop("admin theme"),
    gettext_noop("More contrast"),
    gettext_noop("contrast"),
    gettext_noop("Snug"),
    gettext_noop("Enable custom keyboard shortcuts specific to Wagtail."),
    ngettext_lazy("Change active state for 1 user", "Change active state for %(counter)s users"),
    gettext_noop("Set active state"),
    gettext_noop("Are you sure you want to change the active state for these users?"),
    gettext_noop("You cannot change your own active status"),
    gettext_noop("Yes, change state"),
    gettext_noop("No, don't change state"),
    ngettext_lazy(
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> member.",
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> members.",
    ),
    gettext_noop("Custom permissions"),
    gettext_noop("Toggle all"),
    gettext_noop("Toggle all add permissions"),
    gettext_noop("Toggle all change permissions"),
    gettext_noop("Toggle all delete permissions"),
    gettext_noop("Toggle all custom permissions"),
    gettext_noop("Select all users in listing"),
    gettext_noop("Can view"),
    gettext_noop("user %(id)s (deleted)"),
    gettext_noop("Assign role to selected users"),
    ngettext_lazy(
        "%(num_parent_objects)d user has been assigned as %(role)s",
        "%(num_parent_objects)d users have been assigned as %(role)s",
    ),
    gettext_noop("Delete selected users"),
    ngettext_lazy(
        "%(num_parent_objects)d user has been deleted",
        "%(num_parent_objects)d users have been deleted",
    ),
    gettext_noop("Mark as active"),
    gettext_noop("Change the active state for selected users"),
    ngettext_lazy(
        "%(num_parent_objects)d user has been marked as active",
        "%(num_parent_objects)d users have been marked as active",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d user has been marked as inactive",
        "%(num_parent_objects)d users have been marked as inactive",
    ),
    gettext_noop("View users in this group"),
    gettext_noop("Last login"),
    gettext_noop("Access level"),
    gettext_noop("density"),
    gettext_noop("Delete selected snippets"),
    ngettext_lazy("%(count)d %(model_name)s deleted.", "%(count)d %(model_name)s deleted."),
    gettext_noop("You don't have permission to delete this %(snippet_type_name)s"),
    gettext_noop("You don't have permission to delete these %(snippet_plural_name)s"),
    gettext_noop("Replace current revision"),
    gettext_noop("Select all snippets in listing"),
    gettext_noop("Instances"),
    gettext_noop(
        "You haven't created any %(snippet_type_name)s snippets. Why not <a "
        'href="%(wagtailsnippets_create_snippet_url)s" target="_blank" '
        'rel="noreferrer">create one now</a>?'
    ),
    gettext_noop("From field"),
    gettext_noop("To field"),
    gettext_noop("target page route"),
    gettext_noop(
        "Optionally specify a route on the target page to redirect to. Leave blank "
        "to redirect to the default page route."
    ),
    gettext_noop("automatically created"),
    gettext_noop("redirects"),
    gettext_noop("Import redirects"),
    gettext_noop(
        "<p>Select a file where redirects are separated into rows and contains the "
        "columns representing <code>from</code> and <code>to</code> (they can be "
        "named anything).</p> <p>After submitting you will be taken to a "
        "confirmation view where you can customize your redirects before "
        "import.</p>"
    ),
    gettext_noop("Found %(total)s redirects, created %(successes)s and found %(errors)s errors."),
    gettext_noop('File format of type "%(extension)s" is not supported.'),
    gettext_noop("Imported file has a wrong encoding: %(error_message)s."),
    gettext_noop("%(error)s encountered while trying to read file: %(filename)s."),
    ngettext_lazy("Imported %(total)d redirect", "Imported %(total)d redirects"),
)
