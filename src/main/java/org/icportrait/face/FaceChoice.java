package org.icportrait.face;

import org.icportrait.work.BadInput;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which of the faces found is meant. Immutable.
 *
 * @param mode how to choose
 * @param x left edge of the selection, picture pixels; of use to {@link Mode#INSIDE} alone, as are the others
 * @param y upper edge
 * @param width of the selection
 * @param height of the selection
 */
public record FaceChoice(Mode mode, double x, double y, double width, double height) {

	/** Ways to choose. */
	public enum Mode {
		/** every face; where one is needed, there must be no more */
		ALL,
		/** the largest box */
		LARGEST,
		/** the face in a rectangle that the user drew */
		INSIDE
	}

	/** Every face; where one is needed, there must be no more. */
	public static FaceChoice all() {
		return new FaceChoice(Mode.ALL, 0, 0, 0, 0);
	}

	/** The largest face. */
	public static FaceChoice largest() {
		return new FaceChoice(Mode.LARGEST, 0, 0, 0, 0);
	}

	/**
	 * The face whose centre lies in a rectangle (picture pixels), or else the one that holds the rectangle's centre, or else the rectangle
	 * itself, taken for the box of a face.
	 */
	public static FaceChoice inside(final double x, final double y, final double width, final double height) {
		return new FaceChoice(Mode.INSIDE, x, y, width, height);
	}

	/** The faces that are meant, at least one, in their order. Throws {@link NoFace} where there is none. */
	public List<FaceBox> select(final List<FaceBox> faces) {
		if (faces.isEmpty() && mode != Mode.INSIDE) throw new NoFace();
		return switch (mode) {
			case ALL -> List.copyOf(faces);
			case LARGEST -> faces.stream().max(Comparator.comparingDouble(FaceBox::side)).stream().toList();
			case INSIDE -> selectInside(faces);
		};
	}

	/** Throws {@link BadInput} where a selection holds no pixel of a picture of this size. */
	public void requireTouches(final int pictureWidth, final int pictureHeight) {
		if (mode != Mode.INSIDE || x < pictureWidth && y < pictureHeight && x + width > 0 && y + height > 0) return;
		throw new BadInput(String.format(Locale.ROOT, "The selection (x %.0f, y %.0f, %.0f x %.0f) lies outside of the picture, which has %d x %d pixels; draw it around a face.", x, y, width,
			height, pictureWidth, pictureHeight));
	}

	/** The one face that is meant. Throws {@link BadInput} where there is none, or more than one. */
	public FaceBox selectOne(final List<FaceBox> faces) {
		return requireOne(select(faces));
	}

	/** The only one of those that were selected. Throws {@link BadInput} where there are more. */
	public <T> T requireOne(final List<T> selected) {
		if (selected.size() == 1) return selected.get(0);
		final String where = mode == Mode.INSIDE ? " inside the selection; draw it around one of them" : "; draw a selection around one of them";
		throw new BadInput(selected.size() + " faces were found" + where + " or choose the largest.");
	}

	private List<FaceBox> selectInside(final List<FaceBox> faces) {
		final List<FaceBox> centred = faces.stream().filter(face -> holds(face.x(), face.y())).toList();
		if (!centred.isEmpty()) return centred;
		final List<FaceBox> around = faces.stream().filter(this::isInside).toList();
		return around.isEmpty() ? List.of(FaceBox.drawn(x, y, width, height)) : around;
	}

	/** Where to look once more for what was not found in the rectangle. */
	Looks.Group around() {
		return Looks.around(x, y, width, height);
	}

	private boolean holds(final double px, final double py) {
		return px >= x && py >= y && px <= x + width && py <= y + height;
	}

	private boolean isInside(final FaceBox face) {
		final double half = face.side() / 2;
		return Math.abs(x + width / 2 - face.x()) <= half && Math.abs(y + height / 2 - face.y()) <= half;
	}
}
