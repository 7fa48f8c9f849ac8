package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.turn.Turn;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Whether turned heads look turned as far as was asked: the pose read in our own pictures against the one asked for, by geometry, beside true views. */
final class PoseQuality {

	/** Farthest turn, degrees. */
	private static final double FARTHEST = 50;

	private final SurfaceQuality.Slope yaw = new SurfaceQuality.Slope(), pitch = new SurfaceQuality.Slope(), trueYaw = new SurfaceQuality.Slope(),
		truePitch = new SurfaceQuality.Slope();
	private final List<Double> yaws = new ArrayList<>(), pitches = new ArrayList<>();
	private final PortraitEngine engine;
	private final Function<View, HeadReading> read;

	private PoseQuality(final PortraitEngine engine, final Function<View, HeadReading> read) {
		this.engine = engine;
		this.read = read;
	}

	static String measure(final PortraitEngine engine, final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final PoseQuality quality = new PoseQuality(engine, read);
		final List<Path> shards = HeldOut.shards(scenes);
		for (final Path shard : shards.subList(0, Math.min(groups, shards.size()))) SceneSet.pictures(shard, quality::addHead);
		return quality.format();
	}

	/** Each view in its first light turned as every other view is. */
	private void addHead(final View[] views) {
		for (int source = 0; source < SceneSet.VIEWS; source++) {
			final HeadReading reading = read.apply(views[source * SceneSet.LIGHTS]);
			if (reading == null) continue;
			for (int target = 0; target < SceneSet.VIEWS; target++) if (target != source) add(views[source * SceneSet.LIGHTS], views[target * SceneSet.LIGHTS], reading);
		}
	}

	private void add(final View source, final View target, final HeadReading reading) {
		final HeadReading truth = source.rotation().degreesTo(target.rotation()) > FARTHEST ? null : read.apply(target);
		if (truth == null) return;
		final Pose from = Pose.of(reading.rotation()), asked = Pose.of(target.rotation().since(source.rotation()).after(reading.rotation()));
		try {
			final Scene scene = Scene.UNCHANGED.withPose(new PoseChoice.Absolute(asked)).withTurn(Turn.BUST);
			final Picture made = engine.make(Person.of(Profile.of(source.picture(), source.box(), reading)), scene, Progress.NONE).picture();
			final HeadReading seen = read.apply(new View(made, source.matte(), source.head(), source.coordinates(), source.depth(), source.backDepth(), source.normals(),
				source.albedo(), asked.toRotation(), reading.camera(), source.landmarks(), source.light()));
			if (seen != null) add(from, asked, Pose.of(seen.rotation()), Pose.of(source.rotation()), Pose.of(target.rotation()), Pose.of(truth.rotation()));
		}
		catch (final BadInput outOfRange) {
			// The plugin turns no further.
		}
	}

	private void add(final Pose from, final Pose asked, final Pose seen, final Pose trueFrom, final Pose trueTo, final Pose readTo) {
		yaw.add(asked.yaw() - from.yaw(), seen.yaw() - from.yaw());
		pitch.add(asked.pitch() - from.pitch(), seen.pitch() - from.pitch());
		trueYaw.add(trueTo.yaw() - trueFrom.yaw(), readTo.yaw() - from.yaw());
		truePitch.add(trueTo.pitch() - trueFrom.pitch(), readTo.pitch() - from.pitch());
		yaws.add(Math.abs(seen.yaw() - asked.yaw()));
		pitches.add(Math.abs(seen.pitch() - asked.pitch()));
	}

	private String format() {
		return String.format("of %d turns to %.0f deg, read change by the one asked for: yaw %.3f, pitch %.3f (true views: %.3f, %.3f); error of yaw, median %.2f deg, of pitch %.2f",
			yaws.size(), FARTHEST, yaw.value(), pitch.value(), trueYaw.value(), truePitch.value(), Statistics.median(yaws), Statistics.median(pitches));
	}
}
