"""The reviewers' desk for companies: who they are, what their pages say, who owns them."""
