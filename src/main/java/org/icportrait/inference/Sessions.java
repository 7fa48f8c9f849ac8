package org.icportrait.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** The settings of sessions. The caller closes what it gets. */
final class Sessions {

	private Sessions() {}

	static OrtSession.SessionOptions options(final DeviceChoice choice) throws OrtException {
		final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		try {
			options.setIntraOpNumThreads(choice.threads());
			// Threads that spin while they wait make a shared desktop slow.
			options.addConfigEntry("session.intra_op.allow_spinning", "0");
			if (choice.used() == Device.CUDA) addCuda(options, choice.gpu());
			return options;
		}
		catch (final OrtException | RuntimeException e) {
			options.close();
			throw e;
		}
	}

	/** Throws with the true cause where CUDA is missing. */
	static void addCuda(final OrtSession.SessionOptions options, final int gpu) throws OrtException {
		try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(gpu)) {
			options.addCUDA(cuda);
		}
	}
}
