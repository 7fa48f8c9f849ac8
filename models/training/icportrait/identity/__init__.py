"""What tells people apart: faces cut out alike, and how well an embedding keeps them apart."""
