"""Where the heads of a group look and where its cameras stand."""
import numpy as np

from .camera import HeadCamera, rotation_matrix

CROP_DM = 3.6
LARGEST_YAW = 90.0
CLOSEST_VIEWS = 10.0  # degrees between the yaws of two views of a group


def sample_views(rng, count, reach):
    """float32 [count,3,3]: world to camera of the cameras that look at every head; yaws within +-reach, well apart."""
    yaws = [np.clip(rng.normal() * 14, -reach, reach) if rng.random() < .5 else rng.uniform(-reach, reach)]
    while len(yaws) < count:
        yaw = rng.uniform(-reach, reach)
        if min(abs(yaw - other) for other in yaws) >= CLOSEST_VIEWS:
            yaws.append(yaw)
    tilts = [(np.clip(rng.normal() * 11, -35, 35), np.clip(rng.normal() * 7, -20, 20)) for _ in yaws]
    return np.stack([rotation_matrix(yaw, *tilt) for yaw, tilt in zip(yaws, tilts)])


def sample_turns(rng, count, spread):
    """float32 [count,3,3]: heads in the world; yaw within +-spread degrees of the front."""
    return np.stack([rotation_matrix(rng.uniform(-spread, spread), np.clip(rng.normal(), -2.5, 2.5) * min(spread, 8),
                                     np.clip(rng.normal(), -2.5, 2.5) * min(spread, 6)) for _ in range(count)])


def sample_group_poses(rng, heads, views):
    """(camera matrices [views,3,3], head matrices [heads,3,3]); their products stay within LARGEST_YAW.

    Half of the groups hold heads that look the same way, so that equal light falls on equal sides; half hold heads
    that look elsewhere.
    """
    spread = rng.uniform(2, 8) if rng.random() < .5 else rng.uniform(20, 40)
    return sample_views(rng, views, LARGEST_YAW - spread), sample_turns(rng, heads, spread)


def sample_group_camera(rng, tight=0.0):
    """A HeadCamera around the face, in fractions of the crop; tight: share of crops that cut into the hair."""
    kind = rng.random()
    jitter = rng.uniform(.5, .8) if kind < tight else (rng.uniform(1.25, 2.0) if kind > .92 else rng.uniform(.8, 1.25))
    k = 0.0 if rng.random() < .05 else 1 / np.exp(rng.uniform(np.log(4), np.log(35)))
    move = rng.uniform(-.08, .08, 2)
    return HeadCamera(.5 + move[0], .5 + move[1], 1 / (CROP_DM * jitter), k)
