package org.icportrait.body;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;

/** What a perfect network would read of the statistical head over the mean bust, which is dressed below a level and may stand otherwise than the head. */
public final class ModelBust {

	/** Where its garment ends; its colour and the skin's, linear. */
	static final double COLLAR = 2;
	public static final float CLOTH = 0.1f, SKIN = 0.5f;
	private static final int AROUND = 192, RINGS = 256;

	private final HeadReading head;
	private final Rotation rotation;
	private final int map;

	private ModelBust(final HeadReading head, final Rotation rotation) {
		this.head = head;
		this.rotation = rotation;
		map = head.matte().width();
	}

	/** @param side of the square picture, pixels */
	public static HeadReading reading(final Pose ofHead, final Pose ofBody, final int side) {
		final HeadReading head = ModelHead.reading(new double[HeadModel.standard().modes()], ofHead, side);
		final ModelBust bust = new ModelBust(head, ofBody.toRotation());
		for (int i = 0; i < AROUND * RINGS; i++) bust.splat(BodyModel.LAST * (i / AROUND) / RINGS, 2 * Math.PI * (i % AROUND) / AROUND);
		return head;
	}

	/** The photograph to it: cloth, skin and a bright wall. */
	public static Picture photograph(final HeadReading reading, final int side) {
		final Picture out = new Picture(side, side, 3);
		final int map = reading.matte().width();
		for (int i = 0; i < out.data().length; i++) {
			final int cell = i / side % side * map / side * map + i % side * map / side;
			out.data()[i] = reading.matte().data()[cell] > 0 ? reading.albedo().data()[cell] : 0.9f;
		}
		return out;
	}

	/** Draws as many places as cover each cell. */
	private void splat(final double level, final double angle) {
		final double[] p = BodyModel.point(level, angle), n = BodyModel.normal(p[0], p[1], p[2]);
		final double qx = rotation.x(p[0], p[1], p[2]), qy = rotation.y(p[0], p[1], p[2]), qz = rotation.z(p[0], p[1], p[2]);
		final HeadCamera camera = head.camera();
		final double cell = 1 / head.cropToPicture().scale() * map;
		final int i = (int) Math.floor(camera.x(qx, qz) * cell), j = (int) Math.floor(camera.y(qy, qz) * cell);
		if (i < 0 || j < 0 || i >= map || j >= map || head.matte().get(i, j, 0) > 0 && head.depth().get(i, j, 0) >= qz) return;
		final double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
		head.matte().set(i, j, 0, 1);
		head.depth().set(i, j, 0, (float) qz);
		head.backDepth().set(i, j, 0, (float) qz - 1.5f);
		final double[] normal = { rotation.x(n[0], n[1], n[2]), rotation.y(n[0], n[1], n[2]), rotation.z(n[0], n[1], n[2]) };
		for (int c = 0; c < 3; c++) {
			head.coordinates().set(i, j, c, (float) p[c]);
			head.normals().set(i, j, c, (float) (normal[c] / length));
			head.albedo().set(i, j, c, level < COLLAR ? SKIN : CLOTH);
		}
	}
}
