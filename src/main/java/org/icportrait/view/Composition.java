package org.icportrait.view;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** Lays a person, turned and lit, over a background: the last step of a portrait. Stateless. */
public final class Composition {

	private Composition() {}

	/**
	 * A new picture of the photograph's size. With the background kept, an unchanged view is the photograph plus alpha times what the
	 * light changed of the person, so that nothing changed gives the photograph bit by bit; a turned one is laid over the plate. With
	 * the background removed the person's colour is not mixed with anything: {@link View#alpha()} says how much of it there is.
	 *
	 * @param photograph of the view's first source, linear RGB
	 * @param parted the same photograph, parted
	 * @param person over {@link View#area()}, linear RGB: carried, and lit or not
	 */
	public static Picture over(final Picture photograph, final Parted parted, final View view, final Picture person, final Background background,
		final Progress progress)
	{
		throw new UnsupportedOperationException();
	}
}
