package org.icportrait.portrait;

import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.view.Composition;
import org.icportrait.view.View;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * A photograph as a view shows it that bends it as a whole. Each part is made at the first call, for not everyone asks for all; and of a layer no more is
 * read than counts, for that is what a bent portrait takes its time for. Thread-safe.
 */
final class BentPhotograph {

	private final View view;
	private final Once<Picture> whole;
	private final Once<Picture> share;
	private final Once<Picture> colours;
	private final Once<Parted> parted;

	BentPhotograph(final Profile profile, final View view) {
		this.view = view;
		whole = new Once<>(p -> view.whole(profile.picture(), p));
		share = new Once<>(p -> Shares.clip(view.carry(over(profile.parted(p).share()), null, p)));
		colours = new Once<>(p -> view.carry(profile.parted(p).person(), person(p), p));
		parted = new Once<>(p -> part(profile.parted(p).plate(), p));
	}

	/** All of the photograph. */
	Picture whole(final Progress progress) {
		return whole.get(progress);
	}

	/** The person's colours over {@link View#area()}; 0 where nothing of a pixel is the person's. */
	Picture colours(final Progress progress) {
		return colours.get(progress);
	}

	/** The photograph parted; of the plate what light asks for ({@link Composition#mixed}), 0 elsewhere. */
	Parted parted(final Progress progress) {
		return parted.get(progress);
	}

	private boolean[] person(final Progress progress) {
		final boolean[] out = share.get(progress).above(0);
		for (int i = 0; i < out.length; i++) out[i] |= view.alpha().data()[i] > 0;
		return out;
	}

	private Parted part(final Picture plate, final Progress progress) {
		final Layer person = over(colours.get(progress));
		final boolean[] mixed = Composition.mixed(whole.get(progress), view, share.get(progress), person.fine(), progress);
		return new Parted(view.area(), person, view.carry(over(plate), mixed, progress), share.get(progress));
	}

	private Layer over(final Picture picture) {
		return Layer.over(view.area(), picture, picture);
	}
}
