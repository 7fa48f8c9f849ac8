package org.icportrait.request;

import java.util.Arrays;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/**
 * Which face of a photograph is meant. Immutable.
 *
 * @param faces "largest" or "all"; null where a selection chooses
 * @param selection x, y, width, height in picture pixels; null for none
 */
public record FaceWords(String faces, List<Double> selection) {

	public static final String LARGEST = "largest";
	public static final String ALL = "all";
	public static final FaceWords DEFAULT = new FaceWords(LARGEST, null);

	public FaceWords {
		selection = selection == null ? null : List.copyOf(selection);
	}

	/** A rectangle in picture pixels; throws {@link BadInput} where it is none. */
	public static FaceWords inside(final double... selection) {
		if (selection.length != 4) throw new BadInput("A selection needs four numbers: x,y,width,height.");
		Ranges.require("x of the selection", selection[0], -1e6, 1e6);
		Ranges.require("y of the selection", selection[1], -1e6, 1e6);
		Ranges.require("width of the selection", selection[2], 1, 1e6);
		Ranges.require("height of the selection", selection[3], 1, 1e6);
		return new FaceWords(null, List.of(selection[0], selection[1], selection[2], selection[3]));
	}

	/** The same, written as x,y,width,height. */
	public static FaceWords inside(final String text) {
		try {
			return inside(Arrays.stream(text.trim().split("[,;\\s]+")).mapToDouble(Decimal::of).toArray());
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("A selection needs four numbers, x,y,width,height, not \"" + text + "\".", exception);
		}
	}

	/** What the words mean; throws {@link BadInput} for others. */
	public FaceChoice choice() {
		if (selection != null) {
			if (selection.size() != 4) throw new BadInput("A selection needs four numbers: x,y,width,height.");
			return FaceChoice.inside(selection.get(0), selection.get(1), selection.get(2), selection.get(3));
		}
		if (faces == null || faces.equalsIgnoreCase(LARGEST)) return FaceChoice.largest();
		if (faces.equalsIgnoreCase(ALL)) return FaceChoice.all();
		throw new BadInput("The faces must be \"largest\" or \"all\", not \"" + faces + "\".");
	}
}
