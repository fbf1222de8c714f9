"""Taking files from strangers: checked, re-encoded, kept private until published."""
