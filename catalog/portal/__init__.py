"""The companies' side, at /<language>/portal/: what vendors see, without any way to the CMS."""
