package org.icportrait.commands;

import org.scijava.module.Module;

/** Tells our commands from all others, so that our processors leave the others alone. */
final class OurModules {

	private static final String PACKAGE = OurModules.class.getPackageName() + ".";

	private OurModules() {}

	static boolean contains(final Module module) {
		final String name = module.getInfo().getDelegateClassName();
		return name != null && name.startsWith(PACKAGE);
	}
}
