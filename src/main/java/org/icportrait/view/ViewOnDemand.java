package org.icportrait.view;

import java.util.function.Supplier;

import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/** What not everyone asks of a turned view: each part is made at the first call, which may be cancelled, and kept. Thread-safe. */
final class ViewOnDemand {

	/** Of whom more than the first photograph's own sight shows something; null where nothing else does. */
	private final Sitter joined;
	private final Once<Picture> coordinates;
	/** Null where no profile is seen in the mirror. */
	private final Once<Middle> middle;
	private final Once<HeadMaps> maps;
	private final Once<Picture> still;

	/** @param shown what is known of the view's pixels, as its sights alone say */
	ViewOnDemand(final Sitter sitter, final ViewTarget target, final Turning turning, final ViewGrid grid, final Supplier<Picture> shown) {
		final PreparedHead first = sitter.first();
		joined = turning.sights().share == null ? null : sitter;
		coordinates = new Once<>(p -> ViewMaps.coordinates(turning, grid, p));
		middle = joined == null || !sitter.heads().stream().allMatch(head -> Middle.isOpen(head.rotation())) ? null
			: new Once<>(p -> new Middle(shown.get(), turning.area(), coordinates.get(p), grid.cell(), target.rotation(), first.camera().s(), p));
		maps = new Once<>(p -> ViewMaps.gather(turning, grid, coordinates.get(p), target.rotation(), first.camera(), p));
		still = new Once<>(p -> sitter.stillness(target.turn(), p).of(turning, p));
	}

	/** As {@link View#maps}. */
	HeadMaps maps(final Progress progress) {
		return maps.get(progress);
	}

	/** As {@link View#still}. */
	Picture still(final Progress progress) {
		return still.get(progress);
	}

	/** As {@link View#joiningLight}. */
	Picture joiningLight(final Progress progress) {
		return joined == null ? null : joined.joiningLight(progress).gains(coordinates.get(progress), progress);
	}

	/** As {@link View#closed}. */
	Picture closed(final Picture colours, final Progress progress) {
		return middle == null ? colours : middle.get(progress).over(colours, progress);
	}

	/** What is known of each pixel, in place, with the middle of a mouth that was gone on across. */
	Picture trusted(final Picture known, final Picture alpha) {
		if (middle != null) middle.get(Progress.NONE).trust(known, alpha);
		return known;
	}
}
