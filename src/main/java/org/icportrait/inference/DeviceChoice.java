package org.icportrait.inference;

/**
 * Which device runs the networks, and why. Immutable.
 *
 * @param used {@link Device#CPU} or {@link Device#CUDA}
 * @param threads of the CPU that one run uses
 * @param cores of the CPU that this program may use
 * @param gpu which one CUDA uses
 * @param reason why it is this one, e.g. why CUDA is not used
 */
public record DeviceChoice(Device used, int threads, int cores, int gpu, String reason) {

	/** One line for people, e.g. "CPU, 3 threads of 4 cores: no CUDA: libcudart.so.12 is missing". */
	public String line() {
		if (used == Device.CUDA) return "CUDA: " + reason;
		return "CPU, " + count(threads, "thread") + " of " + count(cores, "core") + ": " + reason;
	}

	@Override
	public String toString() {
		return line();
	}

	private static String count(final int number, final String thing) {
		return number + " " + thing + (number == 1 ? "" : "s");
	}
}
