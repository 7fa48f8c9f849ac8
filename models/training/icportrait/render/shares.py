"""How often each thing happens in the renders: one switch a line. `set_shares` changes them for a process."""

SHARES = {
    # looks
    "bald": .06, "hair mesh": .12, "receding": .13, "dyed hair": .03, "grey hair": .07, "child": .12, "old": .14, "faint brows": .07,
    "female": .50, "beard": .60, "closed lids": .05, "half lids": .05, "lipstick": .16, "eye shadow": .12, "freckles": .12,
    # what is worn
    "head covering": .08, "glasses": .16, "dark lenses": .22, "clear lenses": .65, "face mask": .03, "scarf": .03, "jacket": .24,
    "black on black": .06, "white on white": .06,
    # what stands before or beside the head
    "hand": .05, "phone": .025, "microphone": .02, "company": .10,
    # a group's first light is a studio's, even and from both sides
    "studio light": .25,
}
CHOICES = {  # weights of one thing among its kind; a switch is named "kind:thing"
    "cut": {"buzz": .08, "short": .21, "fringe": .08, "parted": .13, "swept back": .08, "bob": .09, "long": .10, "bun": .05, "ponytail": .05,
            "afro": .04, "quiff": .03, "braid": .03, "locs": .03},
    "beard": {"stubble": .38, "short": .20, "full": .18, "long": .06, "goatee": .10, "moustache": .08},
    "light": {"environment": .28, "soft lamp": .23, "hard lamp": .20, "two lamps": .12, "three lamps": .10, "flash": .07},
    "background": {"environment": .46, "studio": .12, "plain": .10, "gradient": .09, "noise": .06, "dark": .11, "white": .06},
}
_current = {}


def switches():
    """All switches with their usual shares and weights."""
    return {**SHARES, **{f"{kind}:{thing}": weight for kind, things in CHOICES.items() for thing, weight in things.items()}}


def set_shares(changes):
    """Sets the switches named by a dict (0..1), all others as written above. Raises ValueError for a bad name or value."""
    usual = switches()
    for name, share in changes.items():
        if name not in usual:
            raise ValueError(f"there is no share named {name!r}; there are: {', '.join(usual)}")
        if not 0 <= share <= 1:
            raise ValueError(f"the share of {name!r} must lie within 0 and 1, not {share}")
    for kind, things in CHOICES.items():
        if not any(changes.get(f"{kind}:{thing}", weight) for thing, weight in things.items()):
            raise ValueError(f"every {kind} has the share 0; leave one")
    _current.clear()
    _current.update(usual, **changes)


def only(kind, thing):
    """Changes for set_shares that leave one thing of a kind."""
    return {f"{kind}:{other}": float(other == thing) for other in CHOICES[kind]}


def happens(rng, name):
    """True as often as the named share says."""
    return rng.random() < _current[name]


def choose(rng, kind):
    """Name of one thing of a kind, as often as its weight says."""
    names = list(CHOICES[kind])
    weights = [_current[f"{kind}:{name}"] for name in names]
    return str(rng.choice(names, p=[weight / sum(weights) for weight in weights]))


set_shares({})
