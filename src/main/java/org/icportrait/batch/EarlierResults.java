package org.icportrait.batch;

import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.work.BadInput;

/** Results of earlier runs, known by the hash of their request. */
final class EarlierResults {

	private EarlierResults() {}

	/**
	 * Whether a sidecar tells of this very request, made by this version with these models, and of files that all lie beside it as they were
	 * written.
	 */
	static boolean isDone(final Path sidecar, final PortraitRequest request, final PortraitEngine engine) {
		if (!isOf(sidecar, request)) return false;
		final String text = SidecarFiles.read(sidecar);
		return engine.pack().equals(Sidecar.made(text, "pack")) && Provenance.pluginVersion().equals(Sidecar.made(text, "version")) && SidecarFiles.describesAll(sidecar);
	}

	/** Whether a sidecar tells of this very request. */
	static boolean isOf(final Path sidecar, final PortraitRequest request) {
		if (!Files.isRegularFile(sidecar)) return false;
		try {
			return Sidecar.hash(request).equals(Sidecar.hash(Sidecar.request(SidecarFiles.read(sidecar), sidecar.toString())));
		}
		catch (final BadInput noSidecar) {
			return false;
		}
	}
}
