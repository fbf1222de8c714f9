"""Addresses of listings, below /<language>/portal/listings/."""

from django.urls import path

from . import beginning, files, following, overview, previews, writing

urlpatterns = [
    path("", overview.listings, name="portal_listings"),
    path("new/", beginning.new, name="portal_listing_new"),
    path("<int:pk>/", following.listing, name="portal_listing"),
    path("<int:pk>/edit/", writing.edit, name="portal_listing_edit"),
    path("<int:pk>/draft/", writing.draft, name="portal_listing_draft"),
    path("<int:pk>/files/", files.take, name="portal_listing_files"),
    path("<int:pk>/files/<uuid:upload>/", files.content, name="portal_listing_file"),
    path("<int:pk>/files/<uuid:upload>/small/", files.small, name="portal_listing_file_small"),
    path("<int:pk>/preview/<slug:mode>/", previews.preview, name="portal_listing_preview"),
    path("<int:pk>/comments/", following.say, name="portal_listing_comments"),
    path("<int:pk>/comments/<int:comment>/", following.settle, name="portal_listing_comment"),
    path("<int:pk>/<slug:step>/", following.move, name="portal_listing_move"),
]
