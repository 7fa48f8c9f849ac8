package org.icportrait.commands;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.work.Progress;

/** The last few analysed portraits, found again by what the picture holds, so that an edited image is analysed anew. Thread-safe. */
final class AnalysisCache {

	private static final int KEPT = 3;

	/** The hash only finds candidates; the samples decide. */
	private record Key(PortraitEngine engine, int width, int height, int hash, FaceChoice choice) {}

	private final Map<Key, Profile> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Key, Profile> eldest) {
			return size() > KEPT;
		}
	};

	/** The analysis of a picture, made now if it is not kept; one at a time, so that a preview and a run never do the same work twice. */
	synchronized Profile get(final PortraitEngine engine, final Picture picture, final FaceChoice choice, final Progress progress) {
		final Key key = new Key(engine, picture.width(), picture.height(), Arrays.hashCode(picture.data()), choice);
		final Profile known = kept.get(key);
		if (known != null && Arrays.equals(known.picture().data(), picture.data())) return known;
		final Profile fresh = engine.analyze(picture, choice, progress);
		kept.put(key, fresh);
		return fresh;
	}

	synchronized void clear() {
		kept.clear();
	}
}
