"""In-context generation: what the photograph does not show (IC-Portrait, Figure 3)."""
