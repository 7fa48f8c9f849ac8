package org.icportrait.view;

import java.util.List;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** What {@link View} says of its pixels; see there. Thread-safe. */
interface Carrier {

	Picture carry(List<Layer> layers, Progress progress);

	Picture carryToMaps(List<Layer> layers, Progress progress);

	Picture visibility();

	Picture mirrored();

	Picture correspondence();
}
