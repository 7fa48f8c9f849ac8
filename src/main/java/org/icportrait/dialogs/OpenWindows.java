package org.icportrait.dialogs;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What ImageJ holds open. Stateless. */
public final class OpenWindows {

	private OpenWindows() {}

	/** All images, in ImageJ's order; one may be closed while they are looked for. */
	public static List<ImagePlus> images() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(Objects::nonNull).toList();
	}
}
