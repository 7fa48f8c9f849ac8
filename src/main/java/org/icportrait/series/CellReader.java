package org.icportrait.series;

import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.identity.Identity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.light.LightDifference;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Profile;
import org.icportrait.view.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Reads pictures of a series with the networks that read photographs, as if nothing were known of them. Thread-safe. */
public final class CellReader {

	/** Larger pictures are scaled down first: the networks look at fewer pixels than that. */
	private static final int LONGEST_SIDE = 768;
	/** The rectangle in which the middle of the head must be found again, dm. */
	private static final double AROUND = 1;

	private final PortraitEngine engine;

	/** @param engine stays its owner's */
	public CellReader(final PortraitEngine engine) {
		this.engine = engine;
	}

	/** Who the face of the first photograph is, which all cells are compared with; null where the pack cannot tell. */
	Identity identify(final Person who, final Progress progress) {
		return engine.identity(who.first(), progress).orElse(null);
	}

	/**
	 * @param who is shown
	 * @param own what {@link #identify} says of them
	 * @param result what was made
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	CellFigures read(final Person who, final Identity own, final PortraitResult result, final Progress progress) {
		final double seen = SeenShare.of(result.view());
		try {
			final Profile found = analyze(result, progress.sub(0, 0.6));
			if (found.box().drawn()) return CellFigures.unread(seen);
			final View view = result.view();
			final LightDifference light = LightDifference.of(wanted(who, result, progress), found.light(progress.sub(0.6, 0.9)));
			final Identity face = own == null ? null : engine.identity(found, progress.sub(0.9, 1)).orElse(null);
			return new CellFigures(found.pose(), view.rotation().degreesTo(found.reading().rotation()), found.reading().confidence(), light.share(), light.degrees(), seen,
				SkinColour.of(found.reading()), face, face == null ? null : face.likenessTo(own));
		}
		catch (final BadInput unreadable) {
			return CellFigures.unread(seen);
		}
	}

	private Profile analyze(final PortraitResult result, final Progress progress) {
		final Picture picture = result.picture();
		final double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.width(), picture.height()));
		final Picture small = scale == 1 ? picture : AreaScale.scale(picture, (int) Math.max(1, Math.round(scale * picture.width())), (int) Math.max(1, Math.round(
			scale * picture.height())));
		final HeadCamera camera = result.view().camera();
		final double side = AROUND * camera.s() * scale;
		return engine.analyze(small, FaceChoice.inside(camera.x0() * scale - side / 2, camera.y0() * scale - side / 2, side, side), progress);
	}

	/** A kept light turns with the head. */
	private static Light wanted(final Person who, final PortraitResult result, final Progress progress) {
		if (result.light() != null) return result.light();
		final Rotation before = who.first().reading().rotation();
		return who.first().light(progress).rotated(result.view().rotation().since(before));
	}
}
