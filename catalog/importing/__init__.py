"""From files to the catalogue: reading records, judging them, storing them."""
