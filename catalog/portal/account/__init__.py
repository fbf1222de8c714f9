"""A person's own account: signing up and in, where that leads, language, consents."""
