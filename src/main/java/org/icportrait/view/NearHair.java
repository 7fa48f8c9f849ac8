package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Bend;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Where a bent photograph may show hair, told block by block, for it is little of a picture.
 *
 * @param area the part of the picture in which all of it lies
 * @param wanted which of that's pixels; live
 */
record NearHair(Area area, boolean[] wanted) {

	/** Side of the blocks, dm. */
	private static final double BLOCK = 0.04;
	/** Coverage above which a block shows some of the person. */
	private static final float SOME = 0.002f;

	/**
	 * @param hair over the cells of a head's maps: how much of each is hair, and how high it lies; below 0 it is not wanted
	 * @param about how far from hair pixels are wanted too, dm
	 * @return null where there is none
	 */
	static NearHair of(final PreparedHead head, final Bend bend, final Picture hair, final double about, final Progress progress) {
		final Area whole = head.area();
		final HeadMaps maps = head.maps();
		final int block = Math.max(1, (int) Math.round(BLOCK * head.camera().s())), columns = (whole.width() + block - 1) / block, rows = (whole.height() + block - 1) / block;
		final boolean[] person = new boolean[columns * rows], some = new boolean[columns * rows];
		Workers.rows(rows, progress, row -> {
			final float[] place = new float[2];
			for (int column = 0, i = row * columns; column < columns; column++, i++) {
				bend.mostlySeenAt(whole.x() + (column + 0.5) * block, whole.y() + (row + 0.5) * block, place);
				final double u = maps.column(place[0], place[1]), v = maps.row(place[0], place[1]);
				person[i] = maps.matte().sample(u, v, 0) > SOME;
				some[i] = person[i] && hair.sample(u, v, 0) > 0 && hair.sample(u, v, 1) > 0;
			}
		});
		final boolean[] near = Dilation.grow(some, columns, 1 + (int) Math.ceil(about * head.camera().s() / block), progress), edge = Dilation.grow(person, columns, 1, progress);
		for (int i = 0; i < near.length; i++) near[i] &= edge[i];
		final Area blocks = Area.of(near, columns);
		if (blocks.isEmpty()) return null;
		final Area area = new Area(whole.x() + blocks.x() * block, whole.y() + blocks.y() * block, blocks.width() * block, blocks.height() * block).intersect(whole);
		final boolean[] wanted = new boolean[area.size()];
		Workers.rows(area.height(), progress, row -> {
			final int from = (area.y() - whole.y() + row) / block * columns;
			for (int x = 0; x < area.width(); x++) wanted[row * area.width() + x] = near[from + (area.x() - whole.x() + x) / block];
		});
		return new NearHair(area, wanted);
	}
}
