package org.icportrait.view;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.layers.ShrunkLayer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a photograph that keeps its view: each shows its own place. */
final class UnchangedCarrier implements Carrier {

	private final PreparedHead source;

	UnchangedCarrier(final PreparedHead source) {
		this.source = source;
	}

	@Override
	public Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Layer layer = layers.get(0);
		final Area area = source.area();
		final Similarity toPicture = new Similarity(1, 0, area.x(), area.y());
		if (lies(layer, toPicture, area.width(), area.height())) return layer.fine();
		return read(layer, toPicture, new Picture(area.width(), area.height(), layer.channels()), progress);
	}

	@Override
	public Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
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
		Workers.bands(out.height(), progress, (from, to) -> {
			final LayerReader reader = new LayerReader(layer, true);
			for (int i = from * out.width(); i < to * out.width(); i++) {
				if (i % out.width() == 0) progress.check();
				final double x = i % out.width() + 0.5, y = i / out.width() + 0.5;
				reader.add((float) toPicture.x(x, y), (float) toPicture.y(x, y), false, 1, out, i);
			}
		});
		return out;
	}

	@Override
	public Picture visibility() {
		final Area area = source.area();
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
	public HeadMaps maps(final Progress progress) {
		return source.maps();
	}

	@Override
	public Picture cloth() {
		return null;
	}

	@Override
	public Picture known() {
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
	public Picture correspondence() {
		final Area area = source.area();
		final Picture out = new Picture(area.width(), area.height(), 3);
		final int n = area.size();
		for (int i = 0; i < n; i++) {
			final boolean person = source.matte().data()[i] > 0;
			out.data()[i] = person ? area.x() + i % area.width() + 0.5f : Float.NaN;
			out.data()[n + i] = person ? area.y() + i / area.width() + 0.5f : Float.NaN;
			out.data()[2 * n + i] = person ? 0 : Float.NaN;
		}
		return out;
	}
}
