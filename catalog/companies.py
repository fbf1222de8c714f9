"""Changes of state of companies: founding, people, profile, verification."""
