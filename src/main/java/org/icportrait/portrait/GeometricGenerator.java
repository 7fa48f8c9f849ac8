package org.icportrait.portrait;

import org.icportrait.work.Progress;

/**
 * Makes portraits by geometry and light alone: nothing is invented but by symmetry. The last view of a prepared person is kept, so that
 * several lights of one view turn the head once.
 */
final class GeometricGenerator implements Generator {

	static final String NAME = "geometric";

	private final PortraitEngine engine;

	GeometricGenerator(final PortraitEngine engine) {
		this.engine = engine;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Ready prepare(final Person who, final Progress progress) {
		final int count = who.profiles().size();
		for (int i = 0; i < count; i++) who.profiles().get(i).prepare(progress.sub((double) i / count, (i + 1.0) / count));
		return new Ready(who);
	}

	/** The engine is its owner's to close. */
	@Override
	public void close() {}

	/** A person and the view of him or her that was asked for last. */
	final class Ready implements Prepared {

		private final Person who;
		private volatile TurnedPortrait last;

		Ready(final Person who) {
			this.who = who;
		}

		@Override
		public PortraitResult make(final Scene scene, final Progress progress) {
			return lit(scene, progress).whole();
		}

		/** The same with what is held before the head apart. */
		LitPortrait lit(final Scene scene, final Progress progress) {
			final TurnedPortrait known = last;
			final TurnedPortrait turned = known != null && known.shows(scene) ? known : engine.turn(who, scene, progress.sub(0, 0.6));
			last = turned;
			return engine.lit(turned, scene.light(), progress.sub(0.6, 1));
		}

		@Override
		public void close() {
			last = null;
		}
	}
}
