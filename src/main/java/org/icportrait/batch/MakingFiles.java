package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;

/** What the subcommands that make pictures share: one request for all files, what it refers to read once. */
abstract class MakingFiles extends FileCommand {

	private Maker maker;

	@Override
	final void prepare(final PortraitEngine engine) {
		maker = new Maker(engine, asked(), new FileSources(engine, Path.of("")));
	}

	@Override
	final PortraitRequest expected(final Job job) {
		return maker.found(request(job));
	}

	@Override
	final Results process(final PortraitEngine engine, final Photograph photograph, final PortraitRequest request) {
		return maker.make(photograph, request);
	}
}
