package org.icportrait.inference;

import org.icportrait.work.BadInput;

import java.nio.file.Path;

/**
 * What networks are to run on. Immutable.
 *
 * @param device {@link Device#AUTO} falls back to the CPU
 * @param natives folder of GPU natives (those that lie in the jar of onnxruntime_gpu under ai/onnxruntime/native), or null
 * @param threads of the CPU that one run uses; 0: one for each core but one, which is left to the desktop
 * @param gpu which one, from 0
 */
public record RuntimeOptions(Device device, Path natives, int threads, int gpu) {

	private static final int MOST_THREADS = 1024;

	public RuntimeOptions {
		if (threads < 0 || threads > MOST_THREADS) throw new BadInput("The number of threads is " + threads + "; use 0 (automatic) to " + MOST_THREADS + ".");
		if (gpu < 0) throw new BadInput("The GPU is " + gpu + "; they are counted from 0.");
	}

	/** On the CPU, with as many threads as fit the machine. */
	public static RuntimeOptions of(final Device device, final Path natives) {
		return new RuntimeOptions(device, natives, 0, 0);
	}
}
