"""Invented companies and products in two languages, to see how the centre bears a crowd."""
