"""From a bare machine to a running centre or test suite: what `make` calls.

Runs on the machine's own Python before there is an environment, so this package imports
nothing outside the standard library, and keeps to a syntax that Pythons too old for the
centre can still read: they must be able to say so in one line.
"""
