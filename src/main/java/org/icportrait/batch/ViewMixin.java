package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Provenance;
import org.icportrait.portrait.ViewRequest;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import picocli.CommandLine.Option;

/** The options of a view, as the dialogs have them. */
final class ViewMixin {

	@Option(names = "--pose", defaultValue = ViewRequest.ABSOLUTE, description = "absolute or change (default: ${DEFAULT-VALUE})")
	private String pose;
	@Option(names = "--yaw", defaultValue = "0", description = "degrees; positive: to the picture's right (default: ${DEFAULT-VALUE})")
	private double yaw;
	@Option(names = "--pitch", defaultValue = "0", description = "degrees; positive: up (default: ${DEFAULT-VALUE})")
	private double pitch;
	@Option(names = "--roll", defaultValue = "0", description = "degrees; positive: counter-clockwise (default: ${DEFAULT-VALUE})")
	private double roll;
	@Option(names = "--like", paramLabel = "FILE", description = "takes the pose from this photograph instead")
	private Path like;
	@Option(names = "--turn", defaultValue = ViewRequest.HEAD, description = "head or bust (default: ${DEFAULT-VALUE})")
	private String turn;
	@Option(names = "--background", defaultValue = ViewRequest.KEEP, description = "keep, transparent or colour (default: ${DEFAULT-VALUE})")
	private String background;
	@Option(names = "--colour", defaultValue = "#808080", description = "of the background, #rrggbb (default: ${DEFAULT-VALUE})")
	private String colour;

	/** The options; throws {@link BadInput} where they are wrong. */
	PortraitOptions options(final PortraitEngine engine) {
		final AnalyzedPortrait other = like == null ? null : engine.analyze(Photograph.of(PictureFiles.open(like)).picture(),
			FaceChoice.largest(), Progress.NONE);
		final PoseChoice choice = ViewRequest.pose(like == null ? pose : ViewRequest.LIKE, new Pose(yaw, pitch, roll), other);
		return ViewRequest.withBackground(PortraitOptions.DEFAULT.withPose(choice).withTurn(ViewRequest.turn(turn)), background, colour);
	}

	/** The files that are read. */
	List<Path> files() {
		return like == null ? List.of() : List.of(like);
	}

	/** Adds the name of the photograph that the pose was taken from. */
	Provenance name(final Provenance origin) {
		return like == null ? origin : origin.with("pose_of", like.toString());
	}
}
