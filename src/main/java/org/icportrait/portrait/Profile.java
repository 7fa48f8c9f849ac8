package org.icportrait.portrait;

import java.util.Locale;
import java.util.Optional;

import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.face.PictureHeads;
import org.icportrait.generate.Canvas;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.head.HeldThings;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.light.FaceLight;
import org.icportrait.light.Gleams;
import org.icportrait.light.HeadBox;
import org.icportrait.light.Light;
import org.icportrait.light.LightEstimator;
import org.icportrait.light.LitHead;
import org.icportrait.light.LitSurface;
import org.icportrait.light.OwnShading;
import org.icportrait.light.PixelMask;
import org.icportrait.outline.OutlineMove;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * One photograph of a person with the head read, which can be turned and lit many times: what is dear is made at first use and kept,
 * about 40 bytes a pixel of the head's rectangle. Holds the picture it was given (not a copy): do not change that. Thread-safe.
 */
public final class Profile {

	private final Picture picture;
	private final FaceBox box;
	private final HeadReading reading;
	/** Null where the head was not read among the picture's others. */
	private final PictureHeads heads;
	/** How many faces of the photograph were left aside because the largest one was asked for. */
	private final int smaller;
	private final Once<PreparedHead> head;
	private final Once<Parted> parted;
	private final Once<LitSurface> surface;
	private final Once<Light> light;
	private final Once<Picture> shading;
	private final Once<FaceLight> faceLight;
	private final Once<Gleams> gleams;
	private final Once<OutlineMove> outline;

	private Profile(final Picture picture, final FaceBox box, final HeadReading reading, final PictureHeads heads, final int smaller) {
		this.picture = picture;
		this.box = box;
		this.reading = reading;
		this.heads = heads;
		this.smaller = smaller;
		head = new Once<>(p -> PreparedHead.of(picture, reading, p));
		parted = new Once<>(p -> Parting.part(bare(p.sub(0, 0.5)), head(p), p.sub(0.5, 1)));
		surface = new Once<>(p -> surface(head(p)));
		light = new Once<>(p -> LightEstimator.estimate(lit(p.sub(0, 0.5)), PixelMask.ALL, p.sub(0.5, 1)));
		shading = new Once<>(p -> OwnShading.of(lit(p), light(p.sub(0, 0.7)), p.sub(0.7, 1)));
		faceLight = new Once<>(p -> FaceLight.of(head(p).maps(), shading(p)));
		gleams = new Once<>(p -> Gleams.of(lit(p)));
		outline = new Once<>(p -> new OutlineMove(head(p), parted(p), p));
	}

	/**
	 * A photograph with a head that was read of it.
	 *
	 * @param picture linear light, 3 channels; kept, not copied
	 * @param box where the face was found
	 * @param reading of that face
	 */
	public static Profile of(final Picture picture, final FaceBox box, final HeadReading reading) {
		if (picture.channels() != 3) throw new IllegalArgumentException("A profile has 3 channels, not " + picture.channels() + ".");
		return new Profile(picture, box, reading, null, 0);
	}

	/** The same of a picture whose other heads may be wanted too: what was read of those is kept with it. @param smaller faces that were found and left aside */
	static Profile of(final PictureHeads heads, final FaceBox box, final HeadReading reading, final int smaller) {
		return new Profile(heads.picture(), box, reading, heads, smaller);
	}

	/** The heads of the picture, as far as they were read; null where this one was read by itself. */
	public PictureHeads heads() {
		return heads;
	}

	/** The photograph, linear light, 3 channels. */
	public Picture picture() {
		return picture;
	}

	/** The face as it was found. */
	public FaceBox box() {
		return box;
	}

	/** What was read of the head, at the resolution of the network. */
	public HeadReading reading() {
		return reading;
	}

	/** Whether the border of the photograph cuts much of the face, so that part of it is a guess. */
	public boolean isCut() {
		return reading.isCut(box, picture);
	}

	/** What people should know where the photograph shows several: which was taken, and how to choose. Empty where nothing was left aside unasked. */
	public Optional<String> leftAside() {
		return smaller == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%d faces were found, and the largest was taken, at (%.0f, %.0f): a selection around another" +
			" (on the command line --select X,Y,WIDTH,HEIGHT) chooses that", smaller + 1, box.x(), box.y()));
	}

	/** Where the head looks. */
	public Pose pose() {
		return reading.pose();
	}

	/** The geometry of the head, ready for views; made at the first call, which may be cancelled. */
	public PreparedHead head(final Progress progress) {
		return head.get(progress);
	}

	/** The light that the photograph was taken in; found at the first call, which may be cancelled. */
	public Light light(final Progress progress) {
		return light.get(progress);
	}

	/** The photograph's half of the stitched canvas, as a pack's generator looks at it. @param side of that, pixels */
	public Tensor canvas(final int side, final Progress progress) {
		final PreparedHead made = head(progress);
		final Frame frame = Frame.of(made.camera(), side);
		final Picture matte = frame.crop(made.matte(), made.area(), made.width(), made.height(), progress);
		return Canvas.profile(CropSampler.crop(bare(progress), frame.toPicture(), side, progress), matte);
	}

	/** The photograph without what is held before the head; the photograph itself where nothing is. */
	Picture bare(final Progress progress) {
		final HeldThings held = head(progress).held();
		return held == null ? picture : held.bare();
	}

	/** Makes what every view needs. */
	void prepare(final Progress progress) {
		parted(progress);
	}

	/** The person without background, and the background without person. */
	Parted parted(final Progress progress) {
		return parted.get(progress);
	}

	/** The shading that the photograph shows, over the grid of the head's maps. */
	Picture shading(final Progress progress) {
		return shading.get(progress);
	}

	/** How bright and hard that is: what all views are exposed by. */
	FaceLight faceLight(final Progress progress) {
		return faceLight.get(progress);
	}

	/** What gleams on the skin. */
	Gleams gleams(final Progress progress) {
		return gleams.get(progress);
	}

	/** The hair along its outline, to be moved to where others end. */
	OutlineMove outline(final Progress progress) {
		return outline.get(progress);
	}

	/** The same shading as a layer that views carry. */
	Layer shadingLayer(final Progress progress) {
		return Layer.over(head(progress).maps(), shading(progress));
	}

	/** Where the head stands, for light. */
	HeadBox place() {
		return new HeadBox(box.x(), box.y(), box.side(), box.roll());
	}

	/** The head as lamps see it. */
	LitSurface surface(final Progress progress) {
		return surface.get(progress);
	}

	private static LitSurface surface(final PreparedHead head) {
		return LitSurface.of(head.maps(), head.camera(), progress -> head.fitted() == null ? null : head.fitted().occluder());
	}

	/** What light needs of it. */
	LitHead lit(final Progress progress) {
		final Area whole = picture.area();
		return new LitHead(bare(progress), whole, surface(progress), head(progress).rotation(), reading.light(), place());
	}
}
