package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The networks of in-context generation (IC-Portrait, Figure 3), each as seldom as it may: {@code features} once a photograph, with {@code guide}
 * once a view and light, {@code denoiser} once a step. A pack with {@code encoder} and {@code decoder} denoises latents, one without
 * them pictures. All sizes are the pack's; a pack may have the denoiser alone, which then goes without guidance. Thread-safe. Close it.
 */
public final class InContextNetworks implements AutoCloseable {

	/** What is expected of the networks; a pack may lack them. */
	public static final NetworkSpec FEATURES = NetworkSpec.optional("features",
		List.of("canvas float32 [1, 4, side, side]", "beside float32 [profiles, length]", "half float32 [1]"), List.of("features float32 [1, length]"));
	public static final NetworkSpec GUIDE = NetworkSpec.optional("guide", List.of("reference float32 [1, length]", "profiles float32 [profiles, length]"),
		List.of("guidance float32 [1, guidance]", "flow float32 [1, 3, rows, columns]"));
	public static final NetworkSpec DENOISER = NetworkSpec.optional("denoiser",
		List.of("state float32 [1, channels, side, side]", "start float32 [1, channels, side, side]", "maps float32 [1, " + Condition.MAPS + ", side, side]",
			"time float32 [1]", "guidance float32 [1, guidance]"),
		List.of("portrait float32 [1, channels, side, side]", "matte float32 [1, 1, matte, matte]"));
	public static final NetworkSpec ENCODER = NetworkSpec.optional("encoder", List.of("picture float32 [1, 3, whole, whole]"),
		List.of("latent float32 [1, channels, side, side]"));
	public static final NetworkSpec DECODER = NetworkSpec.optional("decoder", List.of("latent float32 [1, channels, side, side]"),
		List.of("picture float32 [1, 3, whole, whole]"));

	/** Halves of the stitched canvas. */
	private static final float PROFILE = 0, REFERENCE = 1;

	private final Network denoiser;
	private final Latents latents;
	/** Both null where the pack has none. */
	private final Network features;
	private final Network guide;

	private InContextNetworks(final Network denoiser, final Latents latents, final Network features, final Network guide) {
		this.denoiser = denoiser;
		this.latents = latents;
		this.features = features;
		this.guide = guide;
	}

	/**
	 * Loads them; empty where the pack has no denoiser. The pack may be let go of afterwards.
	 *
	 * @throws BadInput where the pack has one of a pair without the other, or their sizes do not fit
	 */
	public static Optional<InContextNetworks> open(final OnnxRuntime runtime, final ModelPack pack) {
		final List<Network> opened = new ArrayList<>();
		try {
			final Network denoiser = find(runtime, pack, DENOISER, opened);
			if (denoiser == null) return Optional.empty();
			final Latents latents = Latents.of(pack.title(), find(runtime, pack, ENCODER, opened), find(runtime, pack, DECODER, opened), denoiser.description().fixedShape("state"));
			final InContextNetworks out = new InContextNetworks(denoiser, latents, find(runtime, pack, FEATURES, opened), find(runtime, pack, GUIDE, opened));
			out.requireOneSize(pack.title());
			return Optional.of(out);
		}
		catch (final RuntimeException exception) {
			opened.forEach(Network::close);
			throw exception;
		}
	}

	private static Network find(final OnnxRuntime runtime, final ModelPack pack, final NetworkSpec spec, final List<Network> opened) {
		final Network network = runtime.find(pack, spec).orElse(null);
		if (network != null) opened.add(network);
		return network;
	}

	private void requireOneSize(final String pack) {
		if (features == null != (guide == null)) throw new BadInput("The model pack " + pack + " holds only one of the networks 'features' and 'guide'.");
		denoiser.description().fixedShape("guidance");
		denoiser.description().fixedShape("matte");
		if (guide == null) return;
		if (features.description().fixedShape("canvas")[3] != side() || guide.description().shape("guidance")[1] != guidance() || guide.description().shape("reference")[1] != length() ||
			guide.description().shape("profiles")[1] != length() || features.description().shape("beside")[1] != length())
		{
			throw new BadInput("The networks 'features', 'guide' and 'denoiser' of the model pack " + pack + " do not fit each other.");
		}
	}

	/** Numbers that are kept of a half of the canvas. */
	private long length() {
		return features.description().shape("features")[1];
	}

	/** Side of the pictures, pixels. */
	public int side() {
		return latents.side();
	}

	private long guidance() {
		return denoiser.description().fixedShape("guidance")[1];
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
		final Tensor all = Tensor.floats(profiles.size(), length()), nobody = Tensor.floats(1, length());
		final FloatBuffer to = all.buffer();
		for (final Tensor canvas : profiles) to.put(features(canvas, nobody, PROFILE, progress).buffer());
		return all;
	}

	/** @param beside the features that a reference looks at; a profile does not @param half {@link #PROFILE} or {@link #REFERENCE} */
	private Tensor features(final Tensor canvas, final Tensor beside, final float half, final Progress progress) {
		final Tensor which = Tensor.floats(1), out = Tensor.floats(1, length());
		which.buffer().put(0, half);
		features.run(Map.of("canvas", canvas, "beside", beside, "half", which), Map.of("features", out), progress);
		return out;
	}

	/**
	 * What guides the denoiser.
	 *
	 * @param guidance F_ref: the photographs' features where the reference finds them; 0 where nothing is guided
	 * @param flow [1, 3, rows, columns]: where each place of the reference lies in the photographs, side by side (fractions u, v of all),
	 *          and how surely; null where nothing is guided
	 */
	public record Guide(Tensor guidance, Tensor flow) {}

	/** Guidance that says nothing. */
	public Tensor noGuidance() {
		return Tensor.floats(1, guidance());
	}

	/** @param canvas a {@link Canvas#reference} @param profiles features of the person's photographs, or null */
	public Guide guide(final Tensor canvas, final Tensor profiles, final Progress progress) {
		final Tensor guidance = noGuidance();
		if (guide == null) return new Guide(guidance, null);
		final Tensor flow = Tensor.floats(guide.description().shape("flow"));
		final Tensor reference = features(canvas, profiles, REFERENCE, progress.sub(0, 0.5));
		guide.run(Map.of("reference", reference, "profiles", profiles), Map.of("guidance", guidance, "flow", flow), progress.sub(0.5, 1));
		return new Guide(guidance, flow);
	}

	/**
	 * A condition as the denoiser takes it, made once for all steps and variants.
	 *
	 * @param start picture or latent
	 * @param maps of its size
	 */
	record Given(Tensor start, Tensor maps) {}

	Given given(final Condition condition, final Progress progress) {
		return new Given(latents.encoded(condition.start(), progress), latents.shrunk(condition.maps()));
	}

	/** An empty matte, as the denoiser fills it. */
	Tensor matte() {
		return Tensor.floats(denoiser.description().shape("matte"));
	}

	/** A state as a picture [1, 3, side, side], -1..1. */
	Tensor picture(final Tensor state, final Progress progress) {
		return latents.decoded(state, progress);
	}

	/** One step: the portrait and its matte as they are guessed from a state at a time. All tensors are the caller's. */
	void predict(final Tensor state, final Given given, final Tensor time, final Tensor guidance, final Tensor portrait, final Tensor matte,
		final Progress progress)
	{
		denoiser.run(Map.of("state", state, "start", given.start(), "maps", given.maps(), "time", time, "guidance", guidance),
			Map.of("portrait", portrait, "matte", matte), progress);
	}

	@Override
	public void close() {
		denoiser.close();
		latents.close();
		if (features != null) features.close();
		if (guide != null) guide.close();
	}
}
