"""Which consents are asked for, and keeping the answers."""
