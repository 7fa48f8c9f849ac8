package org.icportrait.finish;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;
import org.icportrait.skin.SeenSkin;
import org.icportrait.strands.Scalp;
import org.icportrait.texture.ColourAxes;
import org.icportrait.texture.SeenPatches;
import org.icportrait.texture.SeenTexture;
import org.icportrait.work.Progress;

/**
 * What the photograph shows of skin, of beards and of hair that is not combed (cropped close, coiled, frizzy) beside their colours goes on in what no photograph
 * shows of them. Immutable; one for each portrait.
 */
final class Textures {

	/** Share of skin from which on what is seen of a scalp is none of its hair. */
	private static final float BARE = 0.5f;
	/** Hair that is brighter or darker than the seen one by more than these factors has no more, or less, of it; and what is as much brighter than these two comes to be skin. */
	private static final float DARKEST = 0.5f, BRIGHTEST = 1.25f, MIST = 1.5f, SKIN = 2.2f;
	/** Most of it, a deviation of brightness (axes of colour): what has more gleams, and turned away from the lamp it does not. */
	private static final float MOST = 0.08f;
	/** Fewer pixels of hair in the view do not tell how bright it is there. */
	private static final int FEWEST = 100;

	private final Frame frame;
	private final SeenSkin seen;
	private final BareSkin skin;
	private final Ears ears;
	/** Null where too little of it is seen, or it has none; likewise the others. */
	private final SeenTexture plain;
	private final SeenTexture stubble;
	private final SeenTexture hair;
	/** How surely hair is not combed, 0..1. */
	private final float frizzy;
	/** How bright seen hair is, an axis of colour. */
	private final float brightness;
	/** What its texture is multiplied by. */
	private final float weaker;

	/**
	 * @param axes of the portrait's colours over the area
	 * @param face where the area shows the face as the photograph does, without brows, eyes, lips and beard
	 * @param person where it shows the person so
	 * @param seen null where too little skin is
	 * @param skin that is drawn, null for none; likewise ears
	 * @param photographed squares of hair; null where those that the portrait shows are to be taken
	 * @param combed how surely hair is combed, 0..1, 1 where none grows
	 */
	Textures(final Picture axes, final boolean[] face, final boolean[] person, final Area area, final Condition condition, final SeenSkin seen, final BareSkin skin, final Ears ears,
		final SeenPatches photographed, final float combed, final long seed, final Progress progress)
	{
		frame = condition.frame();
		this.seen = seen;
		this.skin = skin;
		this.ears = ears;
		frizzy = 1 - combed;
		final double width = frame.toPicture().scale();
		final SeenPatches plains = seen == null ? null : SeenPatches.of(axes, face, width, progress);
		final SeenPatches beards = skin == null || skin.beard() == null ? null : SeenPatches.ofBeard(axes, both(person, skin.beard().seen(), area), width, progress);
		final boolean[] haired = frizzy == 0 ? null : both(person, haired(condition, progress), area);
		final SeenPatches hairs = haired == null ? null : photographed != null ? photographed : SeenPatches.ofHair(axes, haired, width, progress);
		plain = texture(plains, area, seed);
		stubble = texture(beards, area, seed);
		hair = texture(hairs, area, seed);
		brightness = hairs == null ? 0 : brightness(axes, haired, hairs.brightness());
		weaker = hairs == null ? 0 : Math.min(1, MOST / (hairs.contrast() * brightness));
	}

	private SeenTexture texture(final SeenPatches patches, final Area area, final long seed) {
		return patches == null ? null : new SeenTexture(patches, area, frame, seed);
	}

	/** The middle one of what is marked, an axis of colour; as given where that is little. */
	private static float brightness(final Picture axes, final boolean[] marked, final float usual) {
		final float[] values = new float[marked.length];
		int count = 0;
		for (int i = 0; i < marked.length; i++) if (marked[i]) values[count++] = axes.data()[i];
		Arrays.sort(values, 0, count);
		return count < FEWEST ? usual : values[count / 2];
	}

	/** Where the frame shows hair as the photograph does. */
	private boolean[] haired(final Condition condition, final Progress progress) {
		final boolean[] out = Scalp.seen(condition, progress);
		if (seen == null) return out;
		final Picture bare = seen.share(condition.startPicture(), null, frame, progress);
		for (int i = 0; i < out.length; i++) out[i] &= bare.data()[i] < BARE;
		return out;
	}

	/** Over the area. @param marked pixels of the frame */
	private boolean[] both(final boolean[] person, final boolean[] marked, final Area area) {
		final boolean[] out = person.clone();
		final Similarity toFrame = frame.fromPicture();
		for (int i = 0; i < out.length; i++) {
			final double x = area.x() + i % area.width() + 0.5, y = area.y() + i / area.width() + 0.5;
			out[i] &= marked[frame.nearest(toFrame.x(x, y), toFrame.y(x, y))];
		}
		return out;
	}

	boolean isNone() {
		return plain == null && stubble == null && hair == null;
	}

	/** How surely hair is combed, 0..1, 1 where what it is else cannot be drawn. */
	float combed() {
		return hair == null ? 1 : 1 - frizzy;
	}

	/**
	 * Noise of what was generated, over the area, axes of colour.
	 *
	 * @param noise of all of it; null for none; not changed
	 * @param axes what was generated
	 * @param made the same in the frame, linear RGB
	 * @param haired where hair grows, 0..1; null for nowhere
	 */
	Picture over(final Picture noise, final Picture axes, final Picture made, final Picture haired, final Progress progress) {
		final Picture bare = seen == null || plain == null && hair == null ? null : seen.share(made, haired, frame, progress);
		final Picture skinned = plain == null ? noise : plain.over(noise, axes, bare, progress);
		final Picture bearded = stubble == null ? skinned : stubble.over(skinned, axes, skin.bearded(), progress);
		return hair == null ? bearded : hair.over(bearded, limited(axes), frizzy(made, haired, bare), progress);
	}

	/** How much of each pixel of the frame is hair that is not combed. @param bare how much is skin; null for nothing */
	private Picture frizzy(final Picture made, final Picture haired, final Picture bare) {
		final Picture out = haired.copy(), axes = ColourAxes.of(made);
		for (int i = 0; i < out.data().length; i++) {
			out.data()[i] *= frizzy * Smooth.step(SKIN, MIST, axes.data()[i] / brightness) * (bare == null ? 1 : 1 - bare.data()[i]) * (ears == null ? 1 : 1 - ears.share().data()[i]);
		}
		return out;
	}

	/** How bright what is generated is, as far as hair's texture goes by that. */
	private Picture limited(final Picture axes) {
		final Picture out = new Picture(axes.width(), axes.height(), 1);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = weaker * Math.max(DARKEST * brightness, Math.min(BRIGHTEST * brightness, axes.data()[i]));
		return out;
	}
}
