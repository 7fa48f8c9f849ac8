package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Flow;
import org.icportrait.generate.Generation;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * Makes portraits in context (IC-Portrait): geometry and light first, then what no photograph shows is generated, guided by the photographs'
 * own features. Scenes that ask for geometry alone, and views that show the photograph as a whole, stay as geometry makes them.
 */
final class InContextGenerator implements Generator {

	private final PortraitEngine engine;
	private final InContextNetworks networks;

	/** @param networks stay their owner's */
	InContextGenerator(final PortraitEngine engine, final InContextNetworks networks) {
		this.engine = engine;
		this.networks = networks;
	}

	@Override
	public String name() {
		return "in-context";
	}

	/** Throws {@link BadInput} where the pack lacks a network for what is asked for. */
	void require(final Generation generation) {
		if (!generation.extras().canvas() || networks.isGuided()) return;
		throw new BadInput("The model pack " + engine.pack() + " has no networks 'features' and 'guide', which look at the stitched canvas; leave \"canvas\" out, or " +
			"choose another pack.");
	}

	@Override
	public Prepared prepare(final Person who, final Progress progress) {
		final GeometricGenerator.Ready geometry = new GeometricGenerator(engine).prepare(who, progress.sub(0, 0.8));
		return new Ready(who, geometry, features(who, progress.sub(0.8, 1)));
	}

	/** Where the networks find each place of a scene in the photographs. */
	Flow flow(final Person who, final Scene scene, final Progress progress) {
		if (!networks.isGuided()) {
			throw new BadInput("The model pack " + engine.pack() + " has no networks 'features' and 'guide', which look for the flow; use the correspondence of the view.");
		}
		return begun(who, scene, progress.sub(0, 0.8)).flow(features(who, progress.sub(0.8, 0.9)), progress.sub(0.9, 1));
	}

	/** What is known of a scene before anything is generated. */
	Condition condition(final Person who, final Scene scene, final Progress progress) {
		return begun(who, scene, progress).condition();
	}

	private InContextPortrait begun(final Person who, final Scene scene, final Progress progress) {
		final Scene seen = scene.generation() == null ? scene.withGeneration(Denoising.DEFAULT) : scene;
		final PortraitResult made = engine.lit(TurnedPortrait.cutOut(who, seen, progress.sub(0, 0.5)), seen.light(), progress.sub(0.5, 0.9)).bare();
		return new InContextPortrait(networks, who, made, seen, progress.sub(0.9, 1));
	}

	/** The engine is its owner's to close. */
	@Override
	public void close() {}

	private Tensor features(final Person who, final Progress progress) {
		if (!networks.isGuided()) return null;
		final List<Tensor> canvases = new ArrayList<>();
		for (final Profile profile : who.profiles()) canvases.add(profile.canvas(networks.side(), progress));
		return networks.features(canvases, progress);
	}

	/** A person, and what the networks keep of the photographs. */
	private final class Ready implements Prepared {

		private final Person who;
		private final GeometricGenerator.Ready geometry;
		private final Tensor features;

		Ready(final Person who, final GeometricGenerator.Ready geometry, final Tensor features) {
			this.who = who;
			this.geometry = geometry;
			this.features = features;
		}

		@Override
		public PortraitResult make(final Scene scene, final Progress progress) {
			final Generation generation = scene.generation();
			if (generation != null) check(generation);
			final LitPortrait lit = geometry.lit(scene, progress.sub(0, 0.3));
			final PortraitResult made = lit.bare();
			if (generation == null || made.view().isWhole()) return lit.whole();
			final Map<String, Object> facts = facts(made.provenance(), generation);
			final PortraitResult out = new InContextPortrait(networks, who, made, scene, progress.sub(0.3, 0.35)).make(features, facts, progress.sub(0.35, 0.95));
			return lit.with(out, progress.sub(0.95, 1)).from(engine.provenance("generate", facts));
		}

		/** Throws {@link BadInput} before anything is made that could not be handed out. */
		private void check(final Generation generation) {
			final Picture photograph = who.first().picture();
			generation.requireMaskOf(photograph.width(), photograph.height());
			MemoryNeed.requireToGenerate(photograph.width(), photograph.height());
			require(generation);
		}

		@Override
		public void close() {
			geometry.close();
		}
	}

	private Map<String, Object> facts(final Provenance geometric, final Generation generation) {
		final Denoising denoising = generation.denoising();
		final Map<String, Object> facts = new LinkedHashMap<>(geometric.facts());
		facts.put(Provenance.METHOD, name());
		facts.put("generated_by", networks.isGuided() ? "denoiser guided by the photographs" : "denoiser without guidance");
		facts.put("noise", noise(denoising));
		return facts;
	}

	/** In the order of dialogs and pages: a map without order has another one in each run of Java. */
	private static Map<String, Object> noise(final Denoising denoising) {
		final Map<String, Object> noise = new LinkedHashMap<>();
		noise.put("steps", denoising.steps());
		noise.put("seed", denoising.seed());
		noise.put("variant", denoising.variant());
		return noise;
	}
}
