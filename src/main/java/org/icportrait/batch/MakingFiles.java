package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;

/** What the subcommands that make pictures share: one request for all files, what it refers to read once. */
abstract class MakingFiles extends FileCommand {

	@Override
	final JobWork begin(final PortraitEngine engine) {
		final Maker maker = new Maker(engine, asked(), new FileSources(engine, Path.of("")));
		return new PictureWork(this, engine) {

			@Override
			PortraitRequest expected(final Job job) {
				return maker.found(request(job));
			}

			@Override
			void require(final OpenedPicture picture) {
				if (run().format() == ResultWriter.Format.PNG) PictureWriter.requirePng(picture.image());
			}

			@Override
			Results process(final Photograph photograph, final PortraitRequest request) {
				return maker.make(photograph, request);
			}
		};
	}
}
