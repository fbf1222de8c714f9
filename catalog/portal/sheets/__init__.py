"""Spreadsheets of products: upload, dry run, drafts."""
