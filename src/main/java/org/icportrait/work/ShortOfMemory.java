package org.icportrait.work;

/** What does not fit into the heap as it is; it may once other work has ended. */
public final class ShortOfMemory extends BadInput {

	private static final long serialVersionUID = 1L;

	public ShortOfMemory(final String message) {
		super(message);
	}
}
