"""Finding products: the words they are found by, the filters, and their counts."""
