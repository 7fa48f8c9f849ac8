package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.layers.Layer;
import org.icportrait.layers.ShrunkLayer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Bend;
import org.icportrait.turn.BentPlace;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a photograph that is bent as a whole ({@link Bend}): each shows the place that was bent to it. */
final class BentCarrier extends Carrier {

	private final PreparedHead source;
	private final Bend bend;
	private final boolean smooth;
	private final Similarity mapsToPicture;
	private final Picture alpha;
	private final Once<Picture> known;
	private final Once<HeadMaps> maps;

	/** @param smooth whether layers are read by the cubic, which takes longer */
	BentCarrier(final PreparedHead source, final Bend bend, final boolean smooth, final Progress progress) {
		super(Kind.BENT, source.area(), new Once<>(bend.twist()::fitted));
		this.source = source;
		this.bend = bend;
		this.smooth = smooth;
		mapsToPicture = source.maps().pictureToMaps().inverse();
		alpha = bentShares(source.matte(), progress);
		known = new Once<>(this::bentKnown);
		maps = new Once<>(this::bentMaps);
	}

	@Override
	Picture alpha() {
		return alpha;
	}

	/** A picture of shares over the source's area: the cubic rings beyond them. */
	private Picture bentShares(final Picture picture, final Progress progress) {
		return Shares.clip(read(Layer.over(area, picture, picture), null, progress));
	}

	/** The cubic reaches a little beyond the person, of whom alone something is known. */
	private Picture bentKnown(final Progress progress) {
		final Picture out = bentShares(new UnchangedCarrier(source).known(), progress);
		for (int i = 0; i < out.data().length; i++) if (alpha.data()[i % alpha.planeSize()] == 0) out.data()[i] = 0;
		return out;
	}

	/** @param wanted over the area, 0 elsewhere; null for all */
	private Picture read(final Layer layer, final boolean[] wanted, final Progress progress) {
		return BentLayers.read(bend, smooth, layer, area, wanted, progress);
	}

	@Override
	Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		return read(layers.get(0), null, progress);
	}

	@Override
	Picture carry(final Layer layer, final boolean[] wanted, final Progress progress) {
		return read(layer, wanted, progress);
	}

	@Override
	Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final HeadMaps own = source.maps();
		final Layer layer = ShrunkLayer.of(layers.get(0), 1 / own.pictureToMaps().scale(), progress);
		return Places.read(layer, () -> this::seenAtCell, new Picture(own.width(), own.height(), layer.channels()), progress);
	}

	/** Which place of the photograph a place of the maps shows, pixels. */
	private void seenAtCell(final double x, final double y, final float[] place) {
		bend.mostlySeenAt(mapsToPicture.x(x, y), mapsToPicture.y(x, y), place);
	}

	@Override
	HeadMaps maps(final Progress progress) {
		return maps.get(progress);
	}

	private HeadMaps bentMaps(final Progress progress) {
		final HeadMaps own = source.maps();
		final Picture[] from = { own.matte(), own.depth(), own.normals(), own.coordinates(), own.albedo() }, to = new Picture[from.length];
		for (int k = 0; k < from.length; k++) to[k] = carryToMaps(List.of(Layer.over(own, from[k])), null, progress);
		final HeadMaps out = new HeadMaps(own.pictureToMaps(), to[0], to[1], to[2], to[3], to[4]);
		Workers.rows(out.height(), progress, row -> {
			final float[] place = new float[2];
			for (int i = row * out.width(); i < (row + 1) * out.width(); i++) turn(out, i, place);
		});
		return out;
	}

	/** Depth and normal of a cell, in place. */
	private void turn(final HeadMaps maps, final int i, final float[] place) {
		seenAtCell(i % maps.width() + 0.5, i / maps.width() + 0.5, place);
		final int n = maps.size();
		final float[] c = maps.coordinates().data(), normals = maps.normals().data(), depth = maps.depth().data();
		final Rotation r = bend.rotationAt(place[0], place[1], c[i], c[n + i], c[2 * n + i]);
		final HeadCamera camera = source.camera();
		final double z = depth[i];
		depth[i] = (float) r.z(camera.liftX(place[0], z), camera.liftY(place[1], z), z);
		ViewMaps.write(maps.normals(), i, r.x(normals[i], normals[n + i], normals[2 * n + i]), r.y(normals[i], normals[n + i], normals[2 * n + i]),
			r.z(normals[i], normals[n + i], normals[2 * n + i]));
	}

	@Override
	Picture whole(final Picture photograph, final Progress progress) {
		final Picture inside = read(Layer.over(new Area(0, 0, photograph.width(), photograph.height()), photograph, photograph), null, progress), out = photograph.copy();
		for (int line = 0; line < photograph.channels() * area.height(); line++) {
			final int to = (line / area.height() * out.height() + area.y() + line % area.height()) * out.width() + area.x();
			System.arraycopy(inside.data(), line * area.width(), out.data(), to, area.width());
		}
		return out;
	}

	@Override
	Picture visibility() {
		final Picture shown = known.get(Progress.NONE), out = new Picture(shown.width(), shown.height(), 1);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = alpha.data()[i] > 0 ? alpha.data()[i] * shown.data()[i] : Float.NaN;
		return out;
	}

	@Override
	Picture known() {
		return known.get(Progress.NONE).copy();
	}

	@Override
	Picture correspondence() {
		return Places.correspondence(area, alpha, this::lines);
	}

	/** What pixels of the area mostly show. */
	private Places lines() {
		final Bend.Line line = bend.line();
		final BentPlace seen = new BentPlace();
		return (x, y, place) -> {
			line.to(area.y() + y);
			line.seenAt(area.x() + x, seen);
			seen.mostly(place);
		};
	}
}
