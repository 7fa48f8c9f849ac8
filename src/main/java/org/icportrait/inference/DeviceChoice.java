package org.icportrait.inference;

/**
 * Which device runs the networks, and why. Immutable.
 *
 * @param used {@link Device#CPU} or {@link Device#CUDA}
 * @param threads of the CPU that one run uses
 * @param cores of the CPU that this program may use
 * @param gpu which one CUDA uses
 * @param reason of the CPU why it is this one, e.g. why CUDA is not used; of CUDA the GPU's name
 * @param missed whether somebody named natives for a GPU and has the CPU nevertheless
 */
public record DeviceChoice(Device used, int threads, int cores, int gpu, String reason, boolean missed) {

	/** What it is, without why: "CPU, 3 threads" or "NVIDIA H200 (GPU 0)". Results carry it. */
	public String name() {
		return used == Device.CUDA ? reason : "CPU, " + count(threads, "thread");
	}

	/** For the begin of a run: the name, and why only where a GPU was asked for and is not there. */
	public String told() {
		return missed ? name() + ": " + reason : name();
	}

	/** One line for those who ask why, e.g. "CPU, 3 threads of 4 cores: no CUDA: libcudart.so.12 is missing". */
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
