package org.icportrait.bridge;

import java.util.ArrayList;
import java.util.List;

import net.imagej.patcher.EssentialLegacyHooks;
import net.imagej.patcher.LegacyInjector;

import org.scijava.thread.ThreadService;

/** As the hooks of imagej-legacy: macro options of a thread are looked for on the threads that it works for, too. */
public final class ThreadAncestors extends EssentialLegacyHooks {

	/** After ImageJ was patched, which defines the parent class. */
	static void install() {
		LegacyInjector.installHooks(ThreadAncestors.class.getClassLoader(), new ThreadAncestors());
	}

	@Override
	public Iterable<Thread> getThreadAncestors() {
		final ThreadService threads = CommandPlugIn.context().service(ThreadService.class);
		final List<Thread> ancestors = new ArrayList<>();
		Thread thread = threads.getParent(Thread.currentThread());
		while (thread != null && !ancestors.contains(thread)) {
			ancestors.add(thread);
			thread = threads.getParent(thread);
		}
		return ancestors;
	}
}
