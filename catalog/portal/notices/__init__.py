"""What the company's people have been told."""
