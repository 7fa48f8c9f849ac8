package org.icportrait.commands;

import ij.ImagePlus;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.PictureHeads;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Profile;
import org.icportrait.work.Progress;

/**
 * Analysed portraits, found again by what the picture holds, so that an edited image is analysed anew. They go when their images are
 * closed or gone, when they are many (the oldest first; the newest stays whatever its size), and before memory runs out. Two who want the
 * same at once share one analysis; nobody waits for the analysis of another picture. Of several faces of a picture, wanted one after another, each head is
 * read once, as long as one of them is kept. Thread-safe.
 */
final class AnalysisCache {

	/** Makes what is not kept: one face that is meant, or several. */
	@FunctionalInterface
	interface Analysis<T> {

		/** @param heads of the picture, where another of its faces is kept; else null */
		T make(Picture picture, PictureHeads heads, FaceChoice choice, Progress progress);
	}

	private static final long PATIENCE_MS = 20;

	/** The hash only finds candidates; the samples decide. */
	private record Key(Object engine, int width, int height, int hash, FaceChoice choice) {

		static Key of(final Object engine, final Picture picture, final FaceChoice choice) {
			return new Key(engine, picture.width(), picture.height(), Arrays.hashCode(picture.data()), choice);
		}

		boolean isOfSamePicture(final Key other) {
			return engine == other.engine && width == other.width && height == other.height && hash == other.hash;
		}
	}

	/** The portraits of one choice, at least one, and the images that they are kept for. */
	private record Kept(SoftReference<List<Profile>> portraits, long bytes, Set<ImagePlus> images) {

		/** Them, where they are of this picture; else null. */
		List<Profile> of(final Picture picture) {
			final List<Profile> all = portraits.get();
			return all != null && Arrays.equals(all.get(0).picture().data(), picture.data()) ? all : null;
		}
	}

	private final long budget;
	private final ToLongFunction<List<Profile>> size;
	private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
	private final Map<Key, CompletableFuture<Void>> running = new HashMap<>();

	/**
	 * @param budget bytes that all portraits but the newest may hold
	 * @param size bytes that the portraits of a picture hold
	 */
	AnalysisCache(final long budget, final ToLongFunction<List<Profile>> size) {
		this.budget = budget;
		this.size = size;
	}

	/**
	 * The analysis of a picture, made now if it is not kept.
	 *
	 * @param engine whose analysis; others do not count
	 * @param image for as long as which it is kept
	 */
	Profile get(final Object engine, final ImagePlus image, final Picture picture, final FaceChoice choice, final Progress progress,
		final Analysis<Profile> analysis)
	{
		return all(engine, image, picture, choice, progress, (same, heads, which, p) -> List.of(analysis.make(same, heads, which, p))).get(0);
	}

	/** The same of all faces that are meant, at least one. */
	List<Profile> all(final Object engine, final ImagePlus image, final Picture picture, final FaceChoice choice, final Progress progress,
		final Analysis<List<Profile>> analysis)
	{
		final Key key = Key.of(engine, picture, choice);
		while (true) {
			progress.check();
			final CompletableFuture<Void> mine = new CompletableFuture<>();
			final CompletableFuture<Void> other;
			synchronized (this) {
				final List<Profile> known = find(key, picture, image);
				if (known != null) return known;
				other = running.putIfAbsent(key, mine);
			}
			if (other == null) return make(key, mine, image, () -> analysis.make(picture, heads(key, picture), choice, progress));
			await(other, progress);
		}
	}

	private List<Profile> make(final Key key, final CompletableFuture<Void> mine, final ImagePlus image,
		final Supplier<List<Profile>> analysis)
	{
		try {
			final List<Profile> fresh = analysis.get();
			keep(key, fresh, image);
			return fresh;
		}
		finally {
			synchronized (this) {
				running.remove(key);
			}
			mine.complete(null); // whoever waited looks again, and makes it himself where this failed
		}
	}

	private static void await(final CompletableFuture<?> other, final Progress progress) {
		while (!other.isDone()) {
			progress.check();
			try {
				other.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException | ExecutionException again) {
				// asked again, or looked after by its maker
			}
			catch (final InterruptedException exception) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Cancelled.");
			}
		}
	}

	private List<Profile> find(final Key key, final Picture picture, final ImagePlus image) {
		final Kept known = kept.get(key);
		final List<Profile> portraits = known == null ? null : known.of(picture);
		if (portraits != null) known.images().add(image);
		return portraits;
	}

	/** What was read of the picture's heads for another of its faces; null where none is kept. */
	private synchronized PictureHeads heads(final Key key, final Picture picture) {
		for (final Map.Entry<Key, Kept> one : kept.entrySet()) {
			final List<Profile> portraits = one.getKey().isOfSamePicture(key) ? one.getValue().of(picture) : null;
			if (portraits != null && portraits.get(0).heads() != null) return portraits.get(0).heads();
		}
		return null;
	}

	private synchronized void keep(final Key key, final List<Profile> portraits, final ImagePlus image) {
		final Set<ImagePlus> images = Collections.newSetFromMap(new WeakHashMap<>());
		images.add(image);
		kept.remove(key);
		kept.values().removeIf(old -> old.images().isEmpty() || old.portraits().get() == null);
		kept.put(key, new Kept(new SoftReference<>(portraits), size.applyAsLong(portraits), images));
		long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
		final Iterator<Kept> oldest = kept.values().iterator();
		for (int left = kept.size(); left > 1 && bytes > budget; left--) {
			bytes -= oldest.next().bytes();
			oldest.remove();
		}
	}

	/** Lets go of what is kept for this image alone. */
	synchronized void release(final ImagePlus image) {
		kept.values().removeIf(one -> one.images().remove(image) && one.images().isEmpty());
	}

	/** How many choices of faces are kept, each with its portraits. */
	synchronized int size() {
		return kept.size();
	}

	synchronized void clear() {
		kept.clear();
	}
}
