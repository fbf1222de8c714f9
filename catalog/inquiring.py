"""Taking, routing, answering and forgetting inquiries."""
