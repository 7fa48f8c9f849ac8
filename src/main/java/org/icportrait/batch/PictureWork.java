package org.icportrait.batch;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.PictureReader;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;

/** One picture, with what belongs to it, of each photograph. */
abstract class PictureWork extends JobWork {

	PictureWork(final FileCommand command, final PortraitEngine engine) {
		super(command, engine);
	}

	/**
	 * Does one photograph, and writes nothing. Throws {@link org.icportrait.work.BadInput} where it cannot.
	 *
	 * @param request of this photograph, its files named as seen from the folder of the results
	 */
	abstract Results process(Photograph photograph, PortraitRequest request);

	/** Looks whether what is made of a picture can be written, before it is made. Throws {@link org.icportrait.work.BadInput} where it cannot. */
	void require(final OpenedPicture picture) {}

	@Override
	final Outcome write(final Job job, final HeapShare heap) {
		command().writer().requireFree(job.name());
		final Results made = results(job, heap);
		return Outcome.done(command().writer().write(job.name(), made), made.notes());
	}

	/** In a method of its own, so that nothing but the results is kept while they are written. */
	private Results results(final Job job, final HeapShare heap) {
		final PortraitRequest request = request(job);
		try (HeapShare.Taken share = heap.take(PictureReader.size(job.file()))) {
			final OpenedPicture picture = FileSources.photograph(job.file(), job.page());
			final Photograph photograph = Photograph.of(picture.image());
			require(picture);
			return process(photograph, request).of(picture);
		}
	}
}
