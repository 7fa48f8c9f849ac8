package org.icportrait.imagej;

import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import java.awt.Color;
import java.awt.geom.Path2D;

import org.icportrait.face.HeadMesh;
import org.icportrait.face.HeadReading;
import org.icportrait.face.LandmarkLines;
import org.icportrait.face.Landmarks;
import org.icportrait.face.PoseAxes;

/** Draws what was read of a head as an ImageJ overlay: mesh, landmarks, axes. Each part is one or few selections with a name. */
public final class PortraitOverlay {

	private static final int MESH_STEP = 3;
	private static final double AXIS_DM = 1;
	/** A landmark of less confidence is not drawn. */
	private static final double LEAST_CONFIDENCE = 0.2;
	private static final Color MESH_COLOUR = new Color(255, 255, 255, 90);
	private static final Color LANDMARK_COLOUR = new Color(0, 255, 128);
	private static final Color[] AXIS_COLOURS = { Color.RED, Color.GREEN, new Color(80, 140, 255) };
	private static final String[] AXIS_NAMES = { "axis to the subject's left", "axis up", "axis out of the face" };

	private final Overlay overlay;

	/** Draws into {@code overlay}. */
	public PortraitOverlay(final Overlay overlay) {
		this.overlay = overlay;
	}

	/** The surface as a mesh of triangles. */
	public void addMesh(final HeadReading surface) {
		final HeadMesh mesh = HeadMesh.of(surface, MESH_STEP);
		final Path2D path = new Path2D.Float();
		for (int i = 0; i < mesh.triangles().length; i += 3) {
			for (int corner = 0; corner < 3; corner++) {
				final int vertex = mesh.triangles()[i + corner];
				if (corner == 0) path.moveTo(mesh.x()[vertex], mesh.y()[vertex]);
				else path.lineTo(mesh.x()[vertex], mesh.y()[vertex]);
			}
			path.closePath();
		}
		if (mesh.triangles().length > 0) add(new ShapeRoi(path), "mesh", MESH_COLOUR, 0.5);
	}

	/** The 68 landmarks, joined to lines. */
	public void addLandmarks(final HeadReading surface) {
		final Landmarks marks = surface.landmarks();
		for (final LandmarkLines.Line line : LandmarkLines.ALL) {
			final int count = line.last() - line.first() + 1;
			final float[] x = new float[count];
			final float[] y = new float[count];
			for (int i = 0; i < count; i++) {
				x[i] = (float) marks.x(line.first() + i);
				y[i] = (float) marks.y(line.first() + i);
			}
			add(new PolygonRoi(x, y, line.closed() ? Roi.POLYGON : Roi.POLYLINE), line.name(), LANDMARK_COLOUR, 1);
		}
		final PointRoi points = new PointRoi();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			if (marks.confidence(i) >= LEAST_CONFIDENCE) points.addPoint(marks.x(i), marks.y(i));
		}
		points.setPointType(PointRoi.DOT);
		if (points.size() > 0) add(points, "landmarks", LANDMARK_COLOUR, 1);
	}

	/** The head's own axes: red to the subject's left, green up, blue out of the face. */
	public void addAxes(final HeadReading surface) {
		final PoseAxes axes = PoseAxes.of(surface, AXIS_DM);
		final PoseAxes.End[] ends = { axes.left(), axes.up(), axes.out() };
		for (int i = 0; i < 3; i++) add(new Line(axes.x(), axes.y(), ends[i].x(), ends[i].y()), AXIS_NAMES[i], AXIS_COLOURS[i], 3);
	}

	private void add(final Roi roi, final String name, final Color colour, final double width) {
		roi.setName(name);
		roi.setStrokeColor(colour);
		roi.setStrokeWidth(width);
		overlay.add(roi);
	}
}
