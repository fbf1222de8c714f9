"""What a listing is: its form, how complete it is, and the product page it becomes."""
