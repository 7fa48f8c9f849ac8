package org.icportrait.face;

import org.icportrait.work.BadInput;

/** No face was found in a picture; whoever knows which picture that was can say so. */
public final class NoFace extends BadInput {

	private static final long serialVersionUID = 1L;

	NoFace() {
		super(sentence("the picture", "Draw a rectangle around it (on the command line: --select)."));
	}

	/** The same of a picture that has a name. @param wayOut what to do, a sentence */
	public BadInput in(final String picture, final String wayOut) {
		return new BadInput(sentence(picture, wayOut), this);
	}

	private static String sentence(final String picture, final String wayOut) {
		return "No face was found in " + picture + "; it needs one of at least " + FaceCheck.SMALLEST_SIDE + " px and 5 % of the picture's side, with eyes, nose and mouth in the picture. " + wayOut;
	}
}
