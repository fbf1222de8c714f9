"""What visitors asked of the company, and its answers."""
