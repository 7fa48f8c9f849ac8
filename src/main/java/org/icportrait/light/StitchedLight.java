package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The light of a masked photograph as a network stitches it onto each head. The photograph is masked on the grid of its crop before anything
 * looks at it, and of what is hidden, or lies outside of the crop, nothing is ever read. Heads and views are handed to the network as
 * pictures of their own, so that a turned head gets one field of light all over.
 */
final class StitchedLight extends LightReading {

	/** The matte from which a cell counts as head. */
	private static final float INSIDE = 0.5f;
	/** The face, canonical heights in dm; its brightness is kept. */
	private static final float LOW = -0.8f, HIGH = 0.9f;

	private final StitchReader network;
	private final HeadBox box;
	private final Picture cells;
	private final boolean colourless;
	private final StitchCanvas canvas;
	private final Once<Light> light;

	private StitchedLight(final StitchReader network, final HeadBox box, final Picture cells, final StitchCanvas canvas) {
		this.network = network;
		this.box = box;
		this.cells = cells;
		this.canvas = canvas;
		colourless = Colour.isGrey(cells);
		final Picture nobody = new Picture(CropCells.SIDE, CropCells.SIDE, 4), nothing = new Picture(CropCells.SIDE, CropCells.SIDE, 7);
		light = new Once<>(p -> network.read(nobody, nothing, cells, p).light());
	}

	static StitchedLight read(final StitchReader network, final Picture photograph, final HeadBox box, final StitchOptions options, final Progress progress) {
		final CropCells crop = new CropCells(box);
		final int patch = options.patch() == 0 ? 0 : Math.max(1, (int) Math.round(options.patch() / crop.cell()));
		final boolean[] shown = new PatchMask(CropCells.SIDE, CropCells.SIDE, options.ratio(), patch, options.seed()).toArray();
		final Area whole = photograph.area();
		return new StitchedLight(network, box, crop.read(photograph, whole, shown, progress), new StitchCanvas(photograph, crop, shown));
	}

	/** The network reads it of the reference alone: the profile may be empty. */
	@Override
	public Light light() {
		return light.get(Progress.NONE);
	}

	@Override
	public HeadBox box() {
		return box;
	}

	@Override
	public boolean[] shown(final int width, final int height) {
		return canvas.shown(width, height);
	}

	@Override
	public boolean readsSurroundings() {
		return true;
	}

	@Override
	public WantedLight on(final LitHead head, final Picture own, final FaceLight face, final Progress progress) {
		final CropCells crop = new CropCells(head.box());
		final Picture profile = crop.read(head.picture(), head.area(), null, progress), maps = maps(head.maps(), crop, progress);
		final StitchReader.Answer answer = network.read(profile, maps, cells, progress);
		final Picture ratio = answer.logRatio();
		if (colourless || Colour.isGrey(profile)) Colour.takeAway(ratio);
		LogRatios.exponentiate(ratio);
		keepBrightness(profile, maps, ratio);
		final Picture filled = PushPull.fill(ratio, inside(maps), progress);
		final Picture shading = onto(head.maps(), crop, filled, progress);
		for (int i = 0; i < shading.data().length; i++) shading.data()[i] *= own.data()[i];
		return new WantedLight(shading, answer.light().rotated(crop.turn()));
	}

	@Override
	public Picture canvas(final Picture profile) {
		return canvas.beside(profile);
	}

	/** Normal and coordinates of the head in the axes of its crop, 0 off the head, and its matte. */
	private static Picture maps(final HeadMaps maps, final CropCells crop, final Progress progress) {
		final Picture out = new Picture(CropCells.SIDE, CropCells.SIDE, 7);
		final Similarity toMaps = maps.pictureToMaps().after(crop.toPicture());
		final Rotation turn = crop.turn().inverse();
		final int n = out.planeSize();
		final float[] o = out.data();
		Workers.rows(CropCells.SIDE, progress, row -> {
			for (int i = row * CropCells.SIDE; i < (row + 1) * CropCells.SIDE; i++) {
				final double u = (i % CropCells.SIDE + 0.5) / CropCells.SIDE, v = (row + 0.5) / CropCells.SIDE;
				final double x = toMaps.x(u, v), y = toMaps.y(u, v);
				if (x < 0 || y < 0 || x >= maps.width() || y >= maps.height()) continue;
				o[6 * n + i] = maps.matte().sample(x, y, 0);
				if (o[6 * n + i] < INSIDE) continue;
				final double nx = maps.normals().sample(x, y, 0), ny = maps.normals().sample(x, y, 1), nz = maps.normals().sample(x, y, 2);
				o[i] = (float) turn.x(nx, ny, nz);
				o[n + i] = (float) turn.y(nx, ny, nz);
				o[2 * n + i] = (float) turn.z(nx, ny, nz);
				for (int c = 0; c < 3; c++) o[(3 + c) * n + i] = maps.coordinates().sample(x, y, c);
			}
		});
		return out;
	}

	private static float[] inside(final Picture maps) {
		final float[] inside = maps.plane(6).data();
		for (int i = 0; i < inside.length; i++) inside[i] = inside[i] >= INSIDE ? 1 : 0;
		return inside;
	}

	/** A picture over the crop, read over the grid of a head's maps; beyond the crop its border counts. */
	private static Picture onto(final HeadMaps maps, final CropCells crop, final Picture cells, final Progress progress) {
		final Similarity toCells = new Similarity(CropCells.SIDE, 0, 0, 0).after(crop.toPicture().inverse()).after(maps.pictureToMaps().inverse());
		final Picture out = new Picture(maps.width(), maps.height(), cells.channels());
		Workers.rows(out.height(), progress, row -> {
			for (int column = 0; column < out.width(); column++) {
				final double x = toCells.x(column + 0.5, row + 0.5), y = toCells.y(column + 0.5, row + 0.5);
				for (int c = 0; c < out.channels(); c++) out.set(column, row, c, cells.sample(x, y, c));
			}
		});
		return out;
	}

	/** Scales the ratio so that the face's mean luminance stays: a reference tells of light, not of its own exposure. */
	private static void keepBrightness(final Picture profile, final Picture maps, final Picture ratio) {
		final int n = ratio.planeSize();
		final float[] p = profile.data(), r = ratio.data(), m = maps.data();
		double before = 0, after = 0;
		for (int i = 0; i < n; i++) {
			final float y = m[4 * n + i];
			if (m[6 * n + i] < INSIDE || y < LOW || y > HIGH) continue;
			before += Colour.luminance(profile, i);
			after += Colour.luminance(p[i] * r[i], p[n + i] * r[n + i], p[2 * n + i] * r[2 * n + i]);
		}
		final float gain = after > 0 ? (float) (before / after) : 1;
		for (int i = 0; i < r.length; i++) r[i] *= gain;
	}
}
