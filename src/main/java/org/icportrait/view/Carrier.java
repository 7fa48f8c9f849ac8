package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/** What {@link View} says of its pixels; see there. Thread-safe. */
abstract class Carrier {

	/** Whether a view is the photograph's own, that photograph bent as a whole, or a person turned. */
	enum Kind { UNCHANGED, BENT, TURNED }

	private final Kind kind;
	/** Of the picture, where the person is. */
	final Area area;
	private final Once<Occluder> fitted;

	/** @param fitted as {@link View#fitted}; asked only where a head was fitted to the first source */
	Carrier(final Kind kind, final Area area, final Once<Occluder> fitted) {
		this.kind = kind;
		this.area = area;
		this.fitted = fitted;
	}

	final Kind kind() {
		return kind;
	}

	final Area area() {
		return area;
	}

	final Occluder fitted(final Progress progress) {
		return fitted.get(progress);
	}

	abstract Picture alpha();

	/** How many layers are carried together: one for each photograph; of a whole view only the first one is looked at. */
	int sources() {
		return 1;
	}

	/** @param joiningLight factors of other sights than the first ({@link JoiningLight#gains}) over the grid of the view's maps, or null for 1 */
	abstract Picture carry(List<Layer> layers, Picture joiningLight, Progress progress);

	/** As {@link View#carry(Layer, boolean[], Progress)}. */
	Picture carry(final Layer layer, final boolean[] wanted, final Progress progress) {
		return carry(List.of(layer), null, progress);
	}

	abstract Picture carryToMaps(List<Layer> layers, Picture joiningLight, Progress progress);

	abstract HeadMaps maps(Progress progress);

	abstract Picture visibility();

	abstract Picture known();

	/** As {@link View#cloth}. */
	Picture cloth() {
		return null;
	}

	abstract Picture correspondence();

	/** As {@link View#still}. */
	Picture still(final Progress progress) {
		return null;
	}

	/** As {@link View#joiningLight}. */
	Picture joiningLight(final Progress progress) {
		return null;
	}

	/** As {@link View#closed}. */
	Picture closed(final Picture colours, final Progress progress) {
		return colours;
	}

	/** As {@link View#whole}. */
	Picture whole(final Picture photograph, final Progress progress) {
		return photograph;
	}
}
