package org.icportrait.bridge;

import net.imagej.patcher.LegacyInjector;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lets ImageJ run without a screen, as Fiji does; must come before the first ImageJ class, hence the hook into the test launcher. */
public final class PatchedImageJ implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(final LauncherSession session) {
		LegacyInjector.preinit();
	}
}
