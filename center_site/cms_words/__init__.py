"""Words of Wagtail's admin that Wagtail leaves in English, for our own catalogues.

Wagtail comes with Korean and Chinese, but with gaps on screens that editors use every
day. Words in the project's own catalogues come before those of installed apps, and
`makemessages` keeps there only what it finds in our code: that is all these modules and
`wagtail.js` are for, nothing imports them. A word may go when Wagtail has translated it.
"""
