"""A company's own affairs: founding it, its people, its page, its verification."""
