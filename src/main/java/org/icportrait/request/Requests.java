package org.icportrait.request;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.NoFace;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.light.EnvironmentMap;
import org.icportrait.light.HeadBox;
import org.icportrait.light.Light;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.view.Detail;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** The one place where the words of a request become a scene. */
public final class Requests {

	/** A selection of the command line is that of the photographs of the run. */
	private static final String CUT_DOWN = "Cut it down to the face, or draw a rectangle around the face in the open image.";

	private Requests() {}

	/** Opens what the request refers to besides its profiles, reads it once, and gives the scene that is asked for. */
	public static Scene resolve(final PortraitRequest request, final Sources open, final Progress progress) {
		final ViewWords view = request.view();
		final PoseChoice pose = view.like() == null ? view.angles() : PoseChoice.like(posing(view.like(), open, progress.sub(0, 0.5)));
		return new Scene(pose, view.turned(), view.behind(), light(request.light(), open, progress.sub(0.5, 1)),
			generation(request, open), Detail.FULL);
	}

	private static Profile posing(final Source source, final Sources open, final Progress progress) {
		try {
			return other(source, open, progress);
		}
		catch (final NoFace exception) {
			throw exception.in(source.path() + ", whose pose is wanted", CUT_DOWN);
		}
		catch (final BadInput exception) {
			throw new BadInput("The pose of " + source.path() + " cannot be taken: " + exception.getMessage(), exception);
		}
	}

	/** How what no photograph shows is generated; null for geometry alone. @param open of the mask; may be null where there is none */
	public static Generation generation(final PortraitRequest request, final Sources open) {
		final Source mask = request.method().mask();
		final Picture allowed = mask == null ? null : open.mask(mask);
		return request.method().generation(allowed, request.outputs().extras());
	}

	/** The further photographs of the person, of each the largest face read. Throws {@link BadInput} that names the one that cannot be used. */
	public static List<Profile> further(final PortraitRequest request, final Sources open, final Progress progress) {
		final List<Profile> profiles = new ArrayList<>();
		for (final Source source : request.further()) {
			try {
				profiles.add(other(source, open, progress));
			}
			catch (final BadInput exception) {
				throw refused(source, exception);
			}
		}
		return profiles;
	}

	/** Why a further photograph cannot join the person. */
	public static BadInput refused(final Source further, final BadInput why) {
		final String sentence = why instanceof NoFace none ? none.in("it", CUT_DOWN).getMessage() : why.getMessage();
		return new BadInput("Of \"profiles\", " + further.path() + " cannot be used: " + sentence, why);
	}

	/** The request with what was found when its scene was resolved, so that a repeat need not find it again. */
	public static PortraitRequest found(final PortraitRequest request, final Scene scene) {
		final HeadBox box = scene.light() == null ? null : scene.light().box();
		return box == null ? request : request.of(request.light().withBox(box));
	}

	/** The light, read once; null where the photograph's own stays. */
	private static LightReading light(final LightWords words, final Sources open, final Progress progress) {
		return switch (words.light()) {
			case LightWords.KEPT -> null;
			case LightWords.DIRECTION -> LightReading.of(Light.from(words.azimuth(), words.elevation(), words.hardness()), words.strength());
			case LightWords.COEFFICIENTS -> LightReading.of(Coefficients.light(words.coefficients()), 1);
			case LightWords.PHOTOGRAPH -> photographed(words, open, progress);
			case LightWords.ENVIRONMENT -> LightReading.of(EnvironmentMap.light(open.panorama(words.reference()), words.turned() == null ? 0 : words.turned(), progress), words.strength());
			default -> LightReading.of(LightWords.preset(words.light()).light(), words.strength());
		};
	}

	private static LightReading photographed(final LightWords words, final Sources open, final Progress progress) {
		final String reference = words.reference().path();
		try {
			return open.light(words.reference(), words.place(), words.stitch(), progress);
		}
		catch (final NoFace exception) {
			throw exception.in(reference + ", whose light is wanted", "Cut it down to the face, draw a rectangle around the face in the open image, or, for a single " +
				"portrait, give its box (on the command line: --reference-box, in a macro: referencebox).");
		}
		catch (final BadInput exception) {
			throw new BadInput("The light of " + reference + " cannot be taken: " + exception.getMessage(), exception);
		}
	}

	private static Profile other(final Source source, final Sources open, final Progress progress) {
		return open.portrait(source, FaceChoice.largest(), progress);
	}
}
