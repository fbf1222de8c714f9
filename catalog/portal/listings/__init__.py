"""Listings: writing, handing in and following them."""
