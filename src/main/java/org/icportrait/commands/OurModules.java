package org.icportrait.commands;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.MenuPath;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Tells our commands from all others, so that our processors leave the others alone. */
final class OurModules {

	private static final String PACKAGE = OurModules.class.getPackageName() + ".";

	private OurModules() {}

	/** Services and messages are no inputs of people and macros. */
	static boolean isForUsers(final ModuleItem<?> item) {
		return item.getVisibility() != ItemVisibility.MESSAGE && !Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class;
	}

	/** As menus and macros call it. */
	static String name(final Module module) {
		final MenuPath menu = module.getInfo().getMenuPath();
		return menu == null || menu.isEmpty() ? module.getInfo().getTitle() : menu.getLeaf().getName();
	}

	static boolean contains(final Module module) {
		final String name = module.getInfo().getDelegateClassName();
		return name != null && name.startsWith(PACKAGE);
	}
}
