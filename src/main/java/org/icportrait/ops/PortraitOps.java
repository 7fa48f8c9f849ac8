package org.icportrait.ops;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.portrait.TurnedPortrait;
import org.icportrait.view.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The pipeline step by step, on ImgLib2 images with the axes x, y, channel (1 or 3), linear light: find, read, turn, carry, light,
 * compose, generate. Images that come back share their memory with the objects they come from: treat them as read-only. Thread-safe.
 */
public final class PortraitOps {

	private PortraitOps() {}

	/**
	 * Finds faces, best first.
	 *
	 * @implNote op names='icportrait.find'
	 * @param engine an open engine
	 * @param image axes x, y, channel; linear light
	 * @return boxes; empty where there is no face
	 */
	public static List<FaceBox> find(final PortraitEngine engine, final RandomAccessibleInterval<FloatType> image) {
		return engine.findFaces(Images.copy(image, 1, 3), Progress.NONE);
	}

	/**
	 * Reads the largest face.
	 *
	 * @implNote op names='icportrait.read'
	 * @param engine an open engine
	 * @param image axes x, y, channel; linear light
	 * @return the photograph with its head read, ready to be turned and lit
	 */
	public static Profile read(final PortraitEngine engine, final RandomAccessibleInterval<FloatType> image) {
		return engine.analyze(Images.copy(image, 1, 3), FaceChoice.largest(), Progress.NONE);
	}

	/**
	 * Sees a head from elsewhere: what each pixel shows, before what colour it has.
	 *
	 * @implNote op names='icportrait.turn'
	 * @param engine an open engine
	 * @param profile from icportrait.read
	 * @param scene pose, what turns, background; its light is not looked at
	 * @return to be lit and composed by icportrait.compose, any number of times
	 */
	public static TurnedPortrait turn(final PortraitEngine engine, final Profile profile, final Scene scene) {
		return engine.turn(Person.of(profile), scene, Progress.NONE);
	}

	/**
	 * Where every pixel of a view comes from.
	 *
	 * @implNote op names='icportrait.correspondence'
	 * @param turned from icportrait.turn
	 * @return axes x, y, 3, over the area of the head: source x and y in pixels, number of the source; NaN off the person
	 */
	public static RandomAccessibleInterval<FloatType> correspondence(final TurnedPortrait turned) {
		return turned.view().correspondence().asImg();
	}

	/**
	 * Carries any layer of the photograph (colour, a mask, features ...) into a view.
	 *
	 * @implNote op names='icportrait.carry'
	 * @param turned from icportrait.turn
	 * @param layer axes x, y, channel, of the size of the photograph, or it is refused
	 * @return over the area of the head in the view; 0 off the person
	 */
	public static RandomAccessibleInterval<FloatType> carry(final TurnedPortrait turned, final RandomAccessibleInterval<FloatType> layer) {
		final View view = turned.view();
		final Picture picture = Images.copy(layer, (int) layer.dimension(layer.numDimensions() - 1)), photograph = turned.who().first().picture();
		if (picture.width() != photograph.width() || picture.height() != photograph.height()) {
			throw new BadInput("The layer has " + picture.width() + " x " + picture.height() + " pixels and the photograph " + photograph.width() + " x " + photograph.height() +
				"; they must be alike.");
		}
		return view.carry(List.of(Layer.over(picture.area(), picture, picture)), Progress.NONE).asImg();
	}

	/**
	 * Reads the light of a photograph, once for any number of portraits.
	 *
	 * @implNote op names='icportrait.readLight'
	 * @param engine an open engine
	 * @param reference from icportrait.read
	 * @param options how much of it is masked
	 * @return for icportrait.compose
	 */
	public static LightReading readLight(final PortraitEngine engine, final Profile reference, final StitchOptions options) {
		return engine.readLight(reference, options, Progress.NONE);
	}

	/**
	 * Lights a turned head and lays it over its background, in this order.
	 *
	 * @implNote op names='icportrait.compose'
	 * @param engine an open engine
	 * @param turned from icportrait.turn
	 * @param light from icportrait.readLight or a known light; null keeps that of the photograph
	 * @return axes x, y, channel; linear light
	 */
	public static RandomAccessibleInterval<FloatType> compose(final PortraitEngine engine, final TurnedPortrait turned, final LightReading light) {
		final PortraitResult result = engine.light(turned, light, Progress.NONE);
		return result.picture().asImg();
	}

	/**
	 * Makes a portrait: turned and lit by geometry, and what the photograph does not show generated where the models can.
	 *
	 * @implNote op names='icportrait.generate'
	 * @param engine an open engine
	 * @param profile from icportrait.read
	 * @param scene pose, background, light, and how it is generated; without that as the models can, in default numbers
	 * @return axes x, y, channel; linear light
	 */
	public static RandomAccessibleInterval<FloatType> generate(final PortraitEngine engine, final Profile profile, final Scene scene) {
		final Scene generated = scene.generation() == null ? scene.withGeneration(Generation.AUTOMATIC) : scene;
		return engine.make(Person.of(profile), generated, Progress.NONE).picture().asImg();
	}

	/**
	 * Where in the photograph the networks find each place of a view; nothing is generated.
	 *
	 * @implNote op names='icportrait.flow'
	 * @param engine an open engine whose pack has the networks that guide
	 * @param profile from icportrait.read
	 * @param scene pose, background, light
	 * @return axes x, y, 4, of the size of the photograph: shift x and y in pixels, confidence 0 to 1, number of the photograph; NaN off the person
	 */
	public static RandomAccessibleInterval<FloatType> flow(final PortraitEngine engine, final Profile profile, final Scene scene) {
		return engine.flow(Person.of(profile), scene, Progress.NONE).map().asImg();
	}
}
