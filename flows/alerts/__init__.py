"""Telling somebody: raising a release's alerts, waiting messages, channels, delivery and its receipts."""
