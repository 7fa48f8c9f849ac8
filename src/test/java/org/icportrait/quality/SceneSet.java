package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.quality.HeldOut.View;

/** Groups of the scene set that every network is trained on: four heads, four views of each, three lights (docs/renders.md). */
final class SceneSet {

	static final int PEOPLE = 4, VIEWS = 4, LIGHTS = 3;

	/** Takes one head of a group. */
	interface HeadWork {

		/** @param views [view] in the light asked for @param vertices the bare head, head axes, dm, [3 v] of the recipe's full head */
		void take(View[] views, float[] vertices);
	}

	private SceneSet() {}

	/** Each head of up to {@code most} groups of a folder, in one of its lights. */
	static void heads(final Path folder, final int most, final int light, final HeadWork work) throws IOException {
		final List<Path> shards;
		try (Stream<Path> files = Files.list(folder)) {
			shards = files.filter(f -> f.toString().endsWith(".npz")).sorted().limit(most).toList();
		}
		for (final Path file : shards) {
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
}
