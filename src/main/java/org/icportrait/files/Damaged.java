package org.icportrait.files;

import java.io.IOException;

/** A file is not what it says it is; the message says what is wrong, as the end of "The file ... is damaged: ". */
final class Damaged extends IOException {

	private static final long serialVersionUID = 1L;

	Damaged(final String what) {
		super(what);
	}

	static Damaged cutOff(final String where) {
		return new Damaged("it is cut off in " + where);
	}
}
