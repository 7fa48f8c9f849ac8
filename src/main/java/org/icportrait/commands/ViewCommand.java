package org.icportrait.commands;

import ij.ImagePlus;

import java.awt.Window;
import java.util.Locale;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.request.MethodWords;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/** What the commands with a view share: the sliders of the pose, the background, and a live preview at low size. */
abstract class ViewCommand extends PortraitCommand implements Previewable, Previewing {

	/** Longest side of a preview, pixels. */
	private static final int PREVIEW_SIDE = 384;

	@Parameter(label = Labels.POSE, description = Labels.POSE_HELP, choices = { ViewWords.ABSOLUTE, ViewWords.CHANGE, ViewWords.LIKE })
	private String pose = ViewWords.ABSOLUTE;
	@Parameter(label = Labels.YAW, description = Labels.YAW_HELP, min = "-90", max = "90", style = "slider")
	private double yaw = 0;
	@Parameter(label = Labels.PITCH, description = Labels.PITCH_HELP, min = "-40", max = "40", style = "slider")
	private double pitch = 0;
	@Parameter(label = Labels.ROLL, description = Labels.ROLL_HELP, min = "-45", max = "45", style = "slider")
	private double roll = 0;
	@Parameter(label = Labels.OTHER, description = Labels.OTHER_HELP, required = false, autoFill = false)
	private ImagePlus other;
	@Parameter(label = Labels.TURN, choices = { ViewWords.HEAD, ViewWords.BUST })
	private String turn = ViewWords.HEAD;
	@Parameter(label = Labels.BACKGROUND, choices = { ViewWords.KEEP, ViewWords.TRANSPARENT, ViewWords.COLOUR })
	private String background = ViewWords.KEEP;
	@Parameter(label = Labels.COLOUR_LABEL, description = Labels.COLOUR_HELP, style = "colour")
	private String colour = "#808080";
	@Parameter(label = Labels.PREVIEW, description = Labels.PREVIEW_HELP, persist = false)
	private boolean preview = true;

	private final PreviewWindow window;
	private final LivePreview live;
	/** What the dialog's previews have read; of the thread that previews. */
	private References read;

	ViewCommand(final String title) {
		super(title);
		window = new PreviewWindow(title.replace("...", "") + " (preview)");
		live = new LivePreview(window);
	}

	/** What is asked for as the fields stand now, checked; for a run and for the preview. */
	abstract Asked asked(References references);

	/** The view as the dialog stands. */
	final ViewWords view() {
		return ViewWords.of(pose, new Pose(yaw, pitch, roll), ImageSources.named(other()), turn, background, colour);
	}

	/** The image whose pose is taken; null where none is. */
	final ImagePlus other() {
		return pose.equals(ViewWords.LIKE) ? other : null;
	}

	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "yaw", "pitch", "roll" -> !pose.equals(ViewWords.LIKE);
			case "other" -> pose.equals(ViewWords.LIKE);
			case "colour" -> background.equals(ViewWords.COLOUR);
			case "preview" -> false;
			default -> super.counts(input);
		};
	}

	@Override
	public boolean isUsed(final String input) {
		return input.equals("preview") || super.isUsed(input);
	}

	@Override
	public final String problem() {
		try {
			asked(new References(portraits));
			return null;
		}
		catch (final BadInput exception) {
			return exception.getMessage();
		}
	}

	@Override
	public final void previewBeside(final Window dialog) {
		window.belongTo(dialog);
	}

	@Override
	public final void preview() {
		if (!preview || image == null) {
			live.close();
			return;
		}
		if (read == null) read = new References(portraits);
		final ImagePlus source = image;
		final References references = read;
		try {
			final Asked asked = asked(references);
			final LivePreview.Frame whole = frame(references, source, asked.alone());
			if (MethodWords.mayGenerate(asked.method().method())) live.request(frame(references, source, asked.geometric()), whole);
			else live.request(whole);
		}
		catch (final BadInput exception) {
			window.tell(exception.getMessage());
		}
	}

	@Override
	public final void cancel() {
		live.close();
	}

	/** Ends the preview; the run begins. */
	final void closePreview() {
		live.close();
	}

	private LivePreview.Frame frame(final References references, final ImagePlus source, final Asked asked) {
		return progress -> portraits.withEngine(engine -> render(engine, references.small(source, PREVIEW_SIDE), source, asked, progress));
	}

	private ImagePlus render(final PortraitEngine engine, final Photograph small, final ImagePlus source, final Asked asked, final Progress progress) {
		return small.derive(make(engine, source, small, asked, progress).picture(), "preview");
	}

	/** The coverage of a cut-out as an 8-bit image, or null where the background is kept. */
	final ImagePlus coverage(final Photograph photograph, final PortraitResult result) {
		final Picture alpha = result.alpha();
		return alpha == null ? null : marked(photograph.named(MapImages.mask(alpha), "coverage"), "coverage", result.provenance());
	}

	/** A map of the view. */
	final ImagePlus map(final Photograph photograph, final PortraitResult result, final WarpMaps kind) {
		final String name = kind.name().toLowerCase(Locale.ROOT);
		return marked(photograph.named(MapImages.of(kind.of(result.view()), name, kind.labels()), name), name, result.provenance());
	}
}
