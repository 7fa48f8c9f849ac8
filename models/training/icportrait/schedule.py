"""Learning rate over the planned images. Time plays no part: a busy machine trains the same network, later."""

from __future__ import annotations

WARM_UP_STEPS, WARM_UP_SHARE = 200, 0.1  # the shorter of the two; of the plan
DECAY_SHARE = 0.3  # last part of the plan, in which the learning rate falls
LOWEST_RATE = 0.02


class Schedule:
    """Warm-up, constant, then a straight fall in the last ``DECAY_SHARE`` of the planned images.

    While the rate is constant the plan can be made longer or shorter without loss.
    """

    def __init__(self, rate: float, planned_images: int, batch: int = 1):
        self.rate, self.planned_images, self.batch = rate, planned_images, batch

    def at(self, step: int, images: int) -> float:
        left = max(0.0, 1.0 - images / max(self.planned_images, 1))
        fall = min(1.0, left / DECAY_SHARE)
        return self.rate * min(1.0, (step + 1) / self.warm_up()) * max(LOWEST_RATE, fall)

    def warm_up(self) -> float:
        """Steps."""
        return max(1.0, min(WARM_UP_STEPS, WARM_UP_SHARE * self.planned_images / self.batch))

    def finished(self, images: int) -> bool:
        return images >= self.planned_images
