package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/** What {@link View} says of its pixels; see there. Thread-safe. */
interface Carrier {

	/** Whether a view is the photograph's own, that photograph bent as a whole, or a person turned. */
	enum Kind { UNCHANGED, BENT, TURNED }

	Kind kind();

	Area area();

	Picture alpha();

	/** As {@link View#fitted}; asked only where a head was fitted to the first source. */
	Occluder fitted(Progress progress);

	/** How many layers are carried together: one for each photograph; of a whole view only the first one is looked at. */
	default int sources() {
		return 1;
	}

	/** @param joiningLight factors of other sights than the first ({@link JoiningLight#gains}) over the grid of the view's maps, or null for 1 */
	Picture carry(List<Layer> layers, Picture joiningLight, Progress progress);

	/** As {@link View#carry(Layer, boolean[], Progress)}. */
	default Picture carry(final Layer layer, final boolean[] wanted, final Progress progress) {
		return carry(List.of(layer), null, progress);
	}

	Picture carryToMaps(List<Layer> layers, Picture joiningLight, Progress progress);

	HeadMaps maps(Progress progress);

	Picture visibility();

	Picture known();

	/** As {@link View#cloth}. */
	default Picture cloth() {
		return null;
	}

	Picture correspondence();

	/** As {@link View#still}. */
	default Picture still(final Progress progress) {
		return null;
	}

	/** As {@link View#joiningLight}. */
	default Picture joiningLight(final Progress progress) {
		return null;
	}

	/** As {@link View#closed}. */
	default Picture closed(final Picture colours, final Progress progress) {
		return colours;
	}

	/** As {@link View#whole}. */
	default Picture whole(final Picture photograph, final Progress progress) {
		return photograph;
	}
}
