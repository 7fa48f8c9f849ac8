"""Synthetic heads, the networks trained on them, and their export to the pack that the plugin ships."""
