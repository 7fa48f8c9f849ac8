package org.icportrait.bridge;

import net.imagej.patcher.LegacyInjector;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Patches ImageJ as Fiji does, for life without a screen among others; must come before the first ImageJ class, hence the hook into the test launcher. */
public final class PatchedImageJ implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(final LauncherSession session) {
		patch();
	}

	static void patch() {
		LegacyInjector.preinit();
		ThreadAncestors.install();
	}
}
