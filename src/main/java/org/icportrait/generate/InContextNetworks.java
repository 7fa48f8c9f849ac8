package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.models.Dimension;
import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.models.TensorDescription;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The networks of in-context generation (IC-Portrait, Figure 3), each as seldom as it may: {@code reference} once a photograph,
 * {@code guide} once a view and light, {@code denoiser} once a step. All sizes are the pack's; a pack may have the denoiser alone, which
 * then goes without guidance. Thread-safe. Close it.
 */
public final class InContextNetworks implements AutoCloseable {

	/** What is expected of the networks; a pack may lack them. */
	public static final NetworkSpec REFERENCE = NetworkSpec.optional("reference", List.of("canvas float32 [1, 4, side, side]"),
		List.of("features float32 [1, length]"));
	public static final NetworkSpec GUIDE = NetworkSpec.optional("guide", List.of("canvas float32 [1, 4, side, side]", "features float32 [profiles, length]"),
		List.of("guidance float32 [1, guidance]", "flow float32 [1, 3, rows, columns]"));
	public static final NetworkSpec DENOISER = NetworkSpec.optional("denoiser",
		List.of("state float32 [1, 3, side, side]", "start float32 [1, 3, side, side]", "maps float32 [1, " + Condition.MAPS + ", side, side]",
			"time float32 [1]", "guidance float32 [1, guidance]"),
		List.of("portrait float32 [1, 3, side, side]", "matte float32 [1, 1, side, side]"));

	private final Network denoiser;
	/** Both null where the pack has none. */
	private final Network reference;
	private final Network guide;

	private InContextNetworks(final Network denoiser, final Network reference, final Network guide) {
		this.denoiser = denoiser;
		this.reference = reference;
		this.guide = guide;
	}

	/**
	 * Loads them; empty where the pack has no denoiser. The pack may be let go of afterwards.
	 *
	 * @throws BadInput where the pack has one of the two that guide without the other, or their sizes do not fit
	 */
	public static Optional<InContextNetworks> open(final OnnxRuntime runtime, final ModelPack pack) {
		final Network denoiser = runtime.find(pack, DENOISER).orElse(null);
		if (denoiser == null) return Optional.empty();
		final Network reference = runtime.find(pack, REFERENCE).orElse(null), guide = runtime.find(pack, GUIDE).orElse(null);
		final InContextNetworks out = new InContextNetworks(denoiser, reference, guide);
		try {
			out.requireOneSize(pack.title());
		}
		catch (final BadInput exception) {
			out.close();
			throw exception;
		}
		return Optional.of(out);
	}

	private void requireOneSize(final String pack) {
		if (reference == null != (guide == null)) throw new BadInput("The model pack " + pack + " holds only one of the networks 'reference' and 'guide'.");
		fixed(denoiser, "state");
		fixed(denoiser, "guidance");
		if (guide == null) return;
		if (fixed(guide, "canvas")[3] != side() || fixed(reference, "canvas")[3] != side() || shape(guide, "guidance")[1] != guidance() ||
			shape(reference, "features")[1] != shape(guide, "features")[1])
		{
			throw new BadInput("The networks 'reference', 'guide' and 'denoiser' of the model pack " + pack + " do not fit each other.");
		}
	}

	/** Side of the pictures, pixels. */
	public int side() {
		return (int) fixed(denoiser, "state")[3];
	}

	private long guidance() {
		return fixed(denoiser, "guidance")[1];
	}

	/** Whether photographs guide what is generated, and not geometry alone. */
	public boolean isGuided() {
		return guide != null;
	}

	/**
	 * What is kept of a person's photographs.
	 *
	 * @param profiles a {@link Canvas#profile} each
	 * @return [profiles, length]; null where nothing is guided
	 */
	public Tensor features(final List<Tensor> profiles, final Progress progress) {
		if (guide == null) return null;
		final Tensor all = Tensor.floats(profiles.size(), shape(reference, "features")[1]), one = Tensor.floats(1, all.shape()[1]);
		final FloatBuffer to = all.buffer();
		for (final Tensor canvas : profiles) {
			reference.run(Map.of("canvas", canvas), Map.of("features", one), progress);
			to.put(one.buffer());
		}
		return all;
	}

	/**
	 * What guides the denoiser.
	 *
	 * @param guidance F_ref: the photographs' features where the reference finds them; 0 where nothing is guided
	 * @param flow [1, 3, rows, columns]: where each place of the reference lies in the photographs, side by side (fractions u, v of all),
	 *          and how surely; null where nothing is guided
	 */
	public record Guide(Tensor guidance, Tensor flow) {}

	/** @param canvas a {@link Canvas#reference} @param features of the person's photographs, or null */
	public Guide guide(final Tensor canvas, final Tensor features, final Progress progress) {
		final Tensor guidance = Tensor.floats(1, guidance());
		if (guide == null) return new Guide(guidance, null);
		final Tensor flow = Tensor.floats(shape(guide, "flow"));
		guide.run(Map.of("canvas", canvas, "features", features), Map.of("guidance", guidance, "flow", flow), progress);
		return new Guide(guidance, flow);
	}

	/** One step: the portrait and its matte as they are guessed from a state at a time. All tensors are the caller's. */
	void predict(final Tensor state, final Condition condition, final Tensor time, final Tensor guidance, final Tensor portrait, final Tensor matte,
		final Progress progress)
	{
		denoiser.run(Map.of("state", state, "start", condition.start(), "maps", condition.maps(), "time", time, "guidance", guidance),
			Map.of("portrait", portrait, "matte", matte), progress);
	}

	private static long[] fixed(final Network network, final String input) {
		final long[] shape = shape(network, input);
		for (final long length : shape) {
			if (length == 0) throw new BadInput("The network " + network.description().file() + " leaves the size of '" + input + "' open; it must be fixed.");
		}
		return shape;
	}

	/** Lengths of an input's or output's axes, 0 where one is free. */
	private static long[] shape(final Network network, final String name) {
		for (final List<TensorDescription> side : List.of(network.description().inputs(), network.description().outputs())) {
			for (final TensorDescription tensor : side) {
				if (tensor.name().equals(name)) return tensor.shape().stream().mapToLong(Dimension::length).toArray();
			}
		}
		throw new IllegalArgumentException(name);
	}

	@Override
	public void close() {
		denoiser.close();
		if (reference != null) reference.close();
		if (guide != null) guide.close();
	}
}
