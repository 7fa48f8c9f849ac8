package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.icportrait.geometry.Pose;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a view, as the dialogs have them. */
final class ViewMixin {

	@Option(names = "--pose", defaultValue = ViewWords.ABSOLUTE, description = "absolute or change (default: ${DEFAULT-VALUE})")
	private String pose;
	@Option(names = "--yaw", defaultValue = "0", description = "degrees; positive: to the picture's right (default: ${DEFAULT-VALUE})")
	private double yaw;
	@Option(names = "--pitch", defaultValue = "0", description = "degrees; positive: up (default: ${DEFAULT-VALUE})")
	private double pitch;
	@Option(names = "--roll", defaultValue = "0", description = "degrees; positive: counter-clockwise (default: ${DEFAULT-VALUE})")
	private double roll;
	@Option(names = "--like", paramLabel = "FILE", description = "takes the pose from this photograph instead")
	private Path like;
	@Mixin
	private AroundMixin around;

	/** The files that are read. */
	List<Path> files() {
		return like == null ? List.of() : List.of(like);
	}

	/** As {@link FileCommand#refuseIdle}. */
	void refuseIdle(final Predicate<String> given) {
		around.refuseIdle(given);
		if (like == null) return;
		for (final String option : List.of("--pose", "--yaw", "--pitch", "--roll")) {
			if (given.test(option)) throw new BadInput("--like takes the whole pose from " + like + ", and leaves nothing to " + option + "; leave one of the two out.");
		}
	}

	/** The view in words, checked; throws {@link org.icportrait.work.BadInput} where the options are wrong. */
	ViewWords words() {
		final Source source = like == null ? null : FileSources.of(like);
		return ViewWords.of(like == null ? pose : ViewWords.LIKE, new Pose(yaw, pitch, roll), source, around.turn, around.background, around.colour);
	}
}
