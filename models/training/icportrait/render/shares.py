"""How often each thing happens in the renders: one switch a line. `set_shares` changes them for a process."""

SHARES = {
    # looks
    "bald": .06, "hair mesh": .12, "receding": .13, "dyed hair": .03, "grey hair": .12, "child": .12, "old": .14, "faint brows": .07,
    "closed lids": .05, "half lids": .05, "lipstick": .16, "eye shadow": .12, "freckles": .12,
    # what is worn
    "head covering": .08, "glasses": .16, "dark lenses": .22, "clear lenses": .65, "face mask": .03, "scarf": .03, "jacket": .24,
    "black on black": .06, "white on white": .06,
    # what stands before or beside the head
    "hand": .05, "phone": .025, "microphone": .02, "company": .10,
}
_current = dict(SHARES)


def set_shares(changes):
    """Sets the shares named by a dict (0..1), the others to what is written above. Raises ValueError for a bad name or value."""
    for name, share in changes.items():
        if name not in SHARES:
            raise ValueError(f"there is no share named {name!r}; there are: {', '.join(SHARES)}")
        if not 0 <= share <= 1:
            raise ValueError(f"the share of {name!r} must lie within 0 and 1, not {share}")
    _current.clear()
    _current.update(SHARES, **changes)


def happens(rng, name):
    """True as often as the named share says."""
    return rng.random() < _current[name]
