"""What each place of a head crop shows: truth from renders, things held before heads, crops with the surface network's maps of them."""
