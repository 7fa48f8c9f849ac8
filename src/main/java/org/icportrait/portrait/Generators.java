package org.icportrait.portrait;

import org.icportrait.generate.Generation;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.work.BadInput;

/** The ways of an engine to make portraits. Immutable. */
final class Generators {

	private final PortraitEngine engine;
	/** Null where the pack has none. */
	private final InContextNetworks networks;

	/** @param networks null for none; they stay their owner's */
	Generators(final PortraitEngine engine, final InContextNetworks networks) {
		this.engine = engine;
		this.networks = networks;
	}

	/** Whether there are networks that generate what no photograph shows. */
	boolean generates() {
		return networks != null;
	}

	/** As {@link PortraitEngine#generator}. */
	Generator of(final Generation wanted) {
		if (wanted == null) return geometric();
		if (generates() || !wanted.automatic()) {
			final InContextGenerator generator = inContext();
			generator.require(wanted);
			return generator;
		}
		if (wanted.needsNetworks()) throw lacksDenoiser("a mask, variants, start, canvas and flow need; leave them out, or choose another pack.");
		return geometric();
	}

	/** In context. Throws {@link BadInput} where the pack has no networks for it. */
	InContextGenerator inContext() {
		if (!generates()) throw lacksDenoiser("the method in-context needs; choose the method automatic or geometric, or another pack.");
		return new InContextGenerator(engine, networks);
	}

	/** By geometry and light alone. */
	Generator geometric() {
		return new GeometricGenerator(engine);
	}

	private BadInput lacksDenoiser(final String whatNeedsItAndWhatToDo) {
		return new BadInput("The model pack " + engine.pack() + " has no network 'denoiser', which " + whatNeedsItAndWhatToDo);
	}
}
