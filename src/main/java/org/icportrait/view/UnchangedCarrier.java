package org.icportrait.view;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Similarity;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.ShrunkLayer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/** The pixels of a photograph that keeps its view: each shows its own place. */
final class UnchangedCarrier extends Carrier {

	private final PreparedHead source;

	UnchangedCarrier(final PreparedHead source) {
		super(Kind.UNCHANGED, source.area(), new Once<>(progress -> source.fitted().occluder()));
		this.source = source;
	}

	@Override
	Picture alpha() {
		return source.matte();
	}

	@Override
	Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Layer layer = layers.get(0);
		if (lies(layer, toPicture(), area.width(), area.height())) return layer.fine();
		return read(layer, toPicture(), new Picture(area.width(), area.height(), layer.channels()), progress);
	}

	@Override
	Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final HeadMaps maps = source.maps();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		if (lies(layers.get(0), toPicture, maps.width(), maps.height())) return layers.get(0).fine();
		final Layer layer = ShrunkLayer.of(layers.get(0), toPicture.scale(), progress);
		return read(layer, toPicture, new Picture(maps.width(), maps.height(), layer.channels()), progress);
	}

	/** Whether a layer lies on a grid already. */
	private static boolean lies(final Layer layer, final Similarity toPicture, final int width, final int height) {
		final Similarity between = layer.pictureToLayer().after(toPicture);
		return layer.fine().width() == width && layer.fine().height() == height &&
			Math.abs(between.a() - 1) + Math.abs(between.b()) + Math.abs(between.tx()) + Math.abs(between.ty()) < 1e-6;
	}

	private static Picture read(final Layer layer, final Similarity toPicture, final Picture out, final Progress progress) {
		return Places.read(layer, () -> places(toPicture), out, progress);
	}

	private static Places places(final Similarity toPicture) {
		return (x, y, place) -> {
			place[0] = (float) toPicture.x(x, y);
			place[1] = (float) toPicture.y(x, y);
		};
	}

	@Override
	Picture visibility() {
		final Mesh mesh = source.mesh(0);
		final Picture confidence = new Picture(mesh.columns(), mesh.rows(), 1, Arrays.copyOf(mesh.confidence(), mesh.count()));
		final double step = mesh.step();
		final Picture out = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < out.planeSize(); i++) {
			final float alpha = source.matte().data()[i];
			out.data()[i] = alpha > 0 ? alpha * confidence.sample(i % area.width() / step + 0.5, i / area.width() / step + 0.5, 0) : Float.NaN;
		}
		return out;
	}

	@Override
	HeadMaps maps(final Progress progress) {
		return source.maps();
	}

	@Override
	Picture known() {
		final Picture shown = visibility(), out = new Picture(shown.width(), shown.height(), 3);
		final int n = out.planeSize();
		for (int i = 0; i < n; i++) {
			final float alpha = source.matte().data()[i];
			out.data()[i] = alpha > 0 ? shown.data()[i] / alpha : 0;
			out.data()[n + i] = alpha;
		}
		return out;
	}

	@Override
	Picture correspondence() {
		return Places.correspondence(area, source.matte(), () -> places(toPicture()));
	}

	/** From the area's grid. */
	private Similarity toPicture() {
		return new Similarity(1, 0, area.x(), area.y());
	}
}
