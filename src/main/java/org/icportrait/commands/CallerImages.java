package org.icportrait.commands;

import ij.CommandListener;
import ij.Executer;
import ij.ImagePlus;
import ij.WindowManager;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.scijava.event.ContextCreatedEvent;
import org.scijava.event.EventHandler;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Remembers, for each thread that runs an ImageJ command, which image was active there when it asked: ImageJ keeps active images by
 * thread, and SciJava runs commands on threads of its own. Thread-safe.
 */
@Plugin(type = Service.class)
public class CallerImages extends AbstractService implements SciJavaService {

	private final Map<Thread, WeakReference<ImagePlus>> active = Collections.synchronizedMap(new WeakHashMap<>());
	/** Not a field of ImageJ's own type: ImageJ's classes must not load before they are patched, long after this one. */
	private Object listener;

	/** Begins to listen, as late as can be: Fiji patches ImageJ's classes before. */
	@EventHandler
	void onEvent(@SuppressWarnings("unused") final ContextCreatedEvent event) {
		final CommandListener remember = command -> {
			active.put(Thread.currentThread(), new WeakReference<>(WindowManager.getCurrentImage()));
			return command;
		};
		Executer.addCommandListener(remember);
		listener = remember;
	}

	/** The image that was active when the thread asked for its present command, or null; told once. */
	ImagePlus take(final Thread caller) {
		final WeakReference<ImagePlus> image = active.remove(caller);
		return image == null ? null : image.get();
	}

	@Override
	public void dispose() {
		if (listener != null) Executer.removeCommandListener((CommandListener) listener);
	}
}
