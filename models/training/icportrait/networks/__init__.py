"""The two networks: ``finder`` (picture to faces) and ``surface`` (head crop to surface, pose and light)."""
