package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.work.Progress;

/** A whole turn, for tests: from a photograph of an analytic head to the pictures of the view, all of the photograph's size. */
record Turned(Picture photograph, PreparedHead head, Parted parted, View view) {

	static Turned of(final AnalyticHead head, final Picture photograph, final ViewTarget target) {
		final PreparedHead prepared = PreparedHead.of(photograph, head.surface(), Progress.NONE);
		final Parted parted = Parting.part(photograph, prepared, Progress.NONE);
		return new Turned(photograph, prepared, parted, View.turn(sitter(prepared, parted), target, Progress.NONE));
	}

	/** One who was photographed once. */
	static Sitter sitter(final PreparedHead head, final Parted parted) {
		return new Sitter(List.of(head), List.of(parted.person()));
	}

	static Turned of(final AnalyticHead head, final Picture photograph, final Pose pose) {
		return of(head, photograph, ViewTarget.of(pose.toRotation()));
	}

	Picture person() {
		return view.carry(List.of(parted.person()), Progress.NONE);
	}

	Picture picture(final Background background) {
		return Composition.over(photograph, parted, view, person(), background, Progress.NONE);
	}

	Picture picture() {
		return picture(Background.KEEP);
	}

	/** A picture over the view's area as one of the photograph's size. */
	Picture whole(final Picture overArea, final float outside) {
		final Area area = view.area();
		final Picture out = new Picture(view.width(), view.height(), overArea.channels());
		java.util.Arrays.fill(out.data(), outside);
		for (int line = 0; line < area.height() * out.channels(); line++) {
			final int c = line / area.height(), y = line % area.height();
			System.arraycopy(overArea.data(), line * area.width(), out.data(), (c * out.height() + area.y() + y) * out.width() + area.x(), area.width());
		}
		return out;
	}

	Picture alpha() {
		return whole(view.alpha(), 0);
	}
}
