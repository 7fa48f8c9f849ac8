package org.icportrait.batch;

import java.nio.file.Path;
import java.util.Collection;

/** Where the jobs of a run come from. */
interface JobSource {

	/** The jobs in their order, made as they are asked for, so that a run holds few at once. Once only. */
	Iterable<Job> jobs();

	/** Every file that will be read, and so must not be written over. */
	Collection<Path> files();

	/** A sentence on what is left out, or null. */
	String leftOut();
}
