package org.icportrait.commands;

import ij.ImagePlus;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.ViewRequest;
import org.icportrait.work.Progress;

import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/** What the commands with a view share: the sliders of the pose, the background, and a live preview at low size. */
abstract class ViewCommand extends PortraitCommand implements Previewable {

	/** Longest side of a preview, pixels. */
	private static final int PREVIEW_SIDE = 384;

	@Parameter(label = Labels.POSE, description = Labels.POSE_HELP, choices = { ViewRequest.ABSOLUTE, ViewRequest.CHANGE, ViewRequest.LIKE })
	private String pose = ViewRequest.ABSOLUTE;
	@Parameter(label = Labels.YAW, description = Labels.YAW_HELP, min = "-75", max = "75", style = "slider")
	private double yaw = 0;
	@Parameter(label = Labels.PITCH, description = Labels.PITCH_HELP, min = "-40", max = "40", style = "slider")
	private double pitch = 0;
	@Parameter(label = Labels.ROLL, description = Labels.ROLL_HELP, min = "-45", max = "45", style = "slider")
	private double roll = 0;
	@Parameter(label = Labels.OTHER, description = Labels.OTHER_HELP, required = false, autoFill = false)
	private ImagePlus other;
	@Parameter(label = Labels.TURN, choices = { ViewRequest.HEAD, ViewRequest.BUST })
	private String turn = ViewRequest.HEAD;
	@Parameter(label = Labels.BACKGROUND, choices = { ViewRequest.KEEP, ViewRequest.TRANSPARENT, ViewRequest.COLOUR })
	private String background = ViewRequest.KEEP;
	@Parameter(label = Labels.COLOUR_LABEL, description = Labels.COLOUR_HELP)
	private String colour = "#808080";
	@Parameter(label = Labels.PREVIEW, description = Labels.PREVIEW_HELP, persist = false)
	private boolean preview = false;

	private final LivePreview live;
	/** Kept, as the photograph does not change while the dialog is open; touched by the preview's worker alone. */
	private Photograph small;

	ViewCommand(final String title) {
		super(title);
		live = new LivePreview(title.replace("...", "") + " (preview)");
	}

	/** The options as the dialog stands, for a run and for the preview. */
	PortraitOptions options(final Progress progress) {
		final AnalyzedPortrait like = pose.equals(ViewRequest.LIKE) && other != null ? portraits.analyze(Photograph.of(other), progress) : null;
		final PoseChoice choice = ViewRequest.pose(pose, new Pose(yaw, pitch, roll), like);
		return ViewRequest.withBackground(PortraitOptions.DEFAULT.withPose(choice).withTurn(ViewRequest.turn(turn)), background, colour);
	}

	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "yaw", "pitch", "roll" -> !pose.equals(ViewRequest.LIKE);
			case "other" -> pose.equals(ViewRequest.LIKE);
			case "colour" -> background.equals(ViewRequest.COLOUR);
			case "preview" -> false;
			default -> super.counts(input);
		};
	}

	@Override
	final String otherTitle() {
		return pose.equals(ViewRequest.LIKE) && other != null ? other.getTitle() : null;
	}

	@Override
	public final void preview() {
		if (!preview || image == null) live.close();
		else live.request(this::renderPreview);
	}

	@Override
	public final void cancel() {
		live.close();
	}

	/** Ends the preview; the run begins. */
	final void closePreview() {
		live.close();
	}

	private ImagePlus renderPreview() {
		if (small == null) small = Photograph.of(image).scaledTo(PREVIEW_SIDE);
		final AnalyzedPortrait portrait = portraits.analyze(small, Progress.NONE);
		final PortraitResult result = portraits.engine().generate(portrait, options(Progress.NONE), Progress.NONE);
		return small.derive(result.picture(), "preview");
	}

	/** The coverage of a cut-out as an 8-bit image, or null where the background is kept. */
	final ImagePlus coverage(final Photograph photograph, final PortraitResult result) {
		final Picture alpha = result.alpha();
		return alpha == null ? null : marked(photograph.named(MapImages.mask(alpha), "coverage"), "coverage", origin(result, photograph));
	}
}
