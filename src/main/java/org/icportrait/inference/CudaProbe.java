package org.icportrait.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Whether CUDA really works: a list of providers tells only what was compiled in, and cuDNN is loaded by the first convolution,
 * so one is run.
 */
final class CudaProbe {

	private static final String NETWORK = "probe.onnx";
	private static final long[] SHAPE = { 1, 1, 8, 8 };

	private CudaProbe() {}

	/** Why CUDA cannot be used, in a few words; null where a convolution ran on it. */
	static String fault(final OrtEnvironment environment, final int gpu) {
		if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
			return "this ONNX Runtime has CPU natives only (name a folder of GPU natives: natives in Models and Devices, --natives on the command line)";
		}
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			Sessions.addCuda(options, gpu);
			runOnce(environment, options);
			return null;
		}
		catch (final OrtException e) {
			return Causes.brief(e.getMessage());
		}
	}

	/** Runs the probe, a 3 x 3 convolution, with the given options. */
	static void runOnce(final OrtEnvironment environment, final OrtSession.SessionOptions options) throws OrtException {
		final FloatBuffer zeros = ByteBuffer.allocateDirect(64 * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
		try (OrtSession session = environment.createSession(network(), options);
				OnnxTensor input = OnnxTensor.createTensor(environment, zeros, SHAPE);
				OrtSession.Result result = session.run(Map.of("input", input)))
		{
			result.get(0);
		}
	}

	private static byte[] network() {
		try (InputStream stream = CudaProbe.class.getResourceAsStream(NETWORK)) {
			return stream.readAllBytes();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
