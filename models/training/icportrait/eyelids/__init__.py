"""How far eyes are open: eyes cut out alike, and how often open and closed ones are told as such."""
