package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.icportrait.geometry.Pose;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.series.SeriesPlan;
import org.icportrait.series.StimulusSets;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Each person over many views and lights: pictures under the names of a set, a table, a sheet. */
@Command(name = "series", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Shows each person in many views and lights.")
final class SeriesFiles extends FileCommand {

	/** What job names end with. */
	static final String SUFFIX = "series";

	@Option(names = "--preset", defaultValue = StimulusSets.NONE, description = "none, kdef, radboud, multi-pie, yale-b, manyfaces, mf3d or 15-step: views, lights and " +
		"file names of that set (default: ${DEFAULT-VALUE})")
	private String preset;
	@Option(names = "--yaw", paramLabel = "FROM:TO:STEP", defaultValue = "", description = "or angles separated by commas, in place of the set's; without a set " + SeriesPlan.YAWS)
	private String yaw;
	@Option(names = "--pitch", paramLabel = "FROM:TO:STEP", defaultValue = "", description = "likewise; every yaw is shown at every pitch; without a set " + SeriesPlan.PITCHES)
	private String pitch;
	@Option(names = "--lights", paramLabel = "LIGHT,...", defaultValue = "", description = "keep, key left ..., \"direction -90:90:30 20\" (azimuths, elevations), " +
		"\"environment 0:315:45\", photograph; without a set " + SeriesPlan.LIGHTS)
	private String lights;
	@Option(names = "--reference", paramLabel = "FILE", description = "what the lights environment and photograph take")
	private Path reference;
	@Mixin
	private AroundMixin around;
	@Mixin
	private MethodMixin method;
	@Option(names = "--seed", defaultValue = "1", description = "of what is generated, 0 or more (default: ${DEFAULT-VALUE})")
	private long seed;
	@Mixin
	private ProfilesMixin profiles;
	@Option(names = "--no-table", description = "does not read the pictures again, which takes about as long as making them")
	private boolean unmeasured;

	private SeriesPlan plan;

	@Override
	List<Path> references() {
		return Stream.concat(Stream.ofNullable(reference), profiles.files().stream()).toList();
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		around.refuseIdle(given);
		if (!given.test("--reference") || plan.lights().stream().anyMatch(light -> LightWords.needsReference(light.words().light()))) return;
		throw new BadInput("None of the lights looks at --reference " + reference + "; put photograph or environment among --lights, or leave --reference out.");
	}

	@Override
	PortraitRequest request() {
		final Source source = reference == null ? null : FileSources.relative(FileSources.of(reference), out());
		plan = SeriesPlan.of(preset, yaw, pitch, lights, source);
		final ViewWords view = ViewWords.of(ViewWords.ABSOLUTE, Pose.FRONTAL, null, around.turn, around.background, around.colour);
		return ask(PortraitRequest.GENERATE, view, LightWords.KEEP, false, false).of(method.words(seed, null)).joined(profiles.sources());
	}

	@Override
	JobWork begin(final PortraitEngine engine) {
		return new SeriesWork(this, engine, plan, !unmeasured);
	}

	@Override
	String suffix() {
		return SUFFIX;
	}
}
