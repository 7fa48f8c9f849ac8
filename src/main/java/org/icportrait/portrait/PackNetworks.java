package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.face.FaceReader;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.identity.EmbeddingNetwork;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.light.StitchNetwork;
import org.icportrait.models.ModelPack;

/** All networks of a pack, loaded: opened together, closed together. Thread-safe. */
final class PackNetworks implements AutoCloseable {

	private final FaceReader faces;
	/** Null where the pack has none; so are the next two. */
	private final StitchNetwork stitch;
	private final InContextNetworks inContext;
	private final EmbeddingNetwork embedding;
	/** All of them. */
	private final List<AutoCloseable> opened = new ArrayList<>();

	private PackNetworks(final ModelPack pack, final OnnxRuntime runtime) {
		try {
			faces = kept(FaceReader.open(runtime, pack));
			stitch = kept(StitchNetwork.open(runtime, pack).orElse(null));
			inContext = kept(InContextNetworks.open(runtime, pack).orElse(null));
			embedding = kept(EmbeddingNetwork.open(runtime, pack).orElse(null));
		}
		catch (final RuntimeException exception) {
			close();
			throw exception;
		}
	}

	/** Nothing stays open where one of them cannot be loaded. */
	static PackNetworks open(final ModelPack pack, final OnnxRuntime runtime) {
		return new PackNetworks(pack, runtime);
	}

	private <T extends AutoCloseable> T kept(final T network) {
		if (network != null) opened.add(network);
		return network;
	}

	FaceReader faces() {
		return faces;
	}

	/** Null where the pack has none. */
	StitchNetwork stitch() {
		return stitch;
	}

	/** Null where the pack has none. */
	InContextNetworks inContext() {
		return inContext;
	}

	/** Null where the pack has none. */
	EmbeddingNetwork embedding() {
		return embedding;
	}

	/** Closes all, last first, whatever one of them throws. */
	@Override
	public void close() {
		RuntimeException first = null;
		for (int i = opened.size() - 1; i >= 0; i--) {
			try {
				opened.get(i).close();
			}
			catch (final Exception exception) {
				first = first != null ? first : exception instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(exception);
			}
		}
		if (first != null) throw first;
	}
}
