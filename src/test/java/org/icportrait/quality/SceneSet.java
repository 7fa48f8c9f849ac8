package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.icportrait.quality.HeldOut.View;

/** Groups of the scene set that every network is trained on: four heads, four views of each, three lights (docs/renders.md). */
public final class SceneSet {

	public static final int PEOPLE = 4, VIEWS = 4, LIGHTS = 3;

	/** Takes one head of a group. */
	public interface HeadWork {

		/** @param views [view] in the light asked for @param vertices the bare head, head axes, dm, [3 v] of the recipe's full head */
		void take(View[] views, float[] vertices);
	}

	private SceneSet() {}

	/** Each head of up to {@code most} groups of a folder, in one of its lights. */
	public static void heads(final Path folder, final int most, final int light, final HeadWork work) throws IOException {
		final List<Path> shards = HeldOut.shards(folder);
		for (final Path file : shards.subList(0, Math.min(most, shards.size()))) {
			try (Npz npz = new Npz(file)) {
				final HeldOut.Shard shard = new HeldOut.Shard(npz);
				final Npz.Array vertices = npz.array("vertices");
				for (int person = 0; person < PEOPLE; person++) {
					final View[] views = new View[VIEWS];
					for (int v = 0; v < VIEWS; v++) views[v] = shard.view((person * VIEWS + v) * LIGHTS + light);
					work.take(views, vertices.row(person));
				}
			}
		}
	}

	/** Each head of one shard: all its pictures, [view * LIGHTS + light]. */
	public static void pictures(final Path file, final Consumer<View[]> work) throws IOException {
		try (Npz npz = new Npz(file)) {
			final HeldOut.Shard shard = new HeldOut.Shard(npz);
			for (int person = 0; person < PEOPLE; person++) {
				final View[] views = new View[VIEWS * LIGHTS];
				for (int i = 0; i < views.length; i++) views[i] = shard.view(person * views.length + i);
				work.accept(views);
			}
		}
	}
}
