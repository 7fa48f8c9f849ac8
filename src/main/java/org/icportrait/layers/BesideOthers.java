package org.icportrait.layers;

import org.icportrait.geometry.Area;
import org.icportrait.head.Neck;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * Which places of a photograph keep theirs because other people are beside them: shoulders, for where the one's end and the other's begin is hardly
 * known, and a gap would show there. Heads are rigid, and are known apart. Immutable.
 */
public final class BesideOthers {

	/** Cells along the longer side of the area, at most. */
	private static final int CELLS = 256;
	/** Matte of others from which on somebody stands in a cell. */
	private static final float SOMEBODY = 0.3f;
	/** How far (share of the area's width) a place still belongs to the border, and from which distance on others do not matter. */
	private static final double AT = 0.02, AWAY = 0.1;

	/** From what matte of others on a pixel stays as it is: a veil of it lies about everyone. */
	private static final float VEIL = 0.3f, STAYS = 0.8f;
	/** The same of those who stand nearer: at their edge there is no background to be told from. */
	private static final float NEARER_VEIL = 0.1f, NEARER_STAYS = 0.4f;

	private final PreparedHead head;
	private final Area area;
	/** Cells. */
	private final Picture distance;

	private BesideOthers(final PreparedHead head) {
		this.head = head;
		final Picture others = head.others();
		area = head.area();
		final double step = Math.max(1, Math.max(area.width(), area.height()) / (double) CELLS);
		final Picture small = AreaScale.scale(others, (int) Math.ceil(area.width() / step), (int) Math.ceil(area.height() / step));
		final int w = small.width();
		distance = new Picture(w, small.height(), 1, Distance.to(small.above(SOMEBODY), w, (int) Math.ceil(AWAY * w) + 1, Progress.NONE));
	}

	/** Null where nobody else is near. */
	public static BesideOthers of(final PreparedHead head) {
		return head.others() == null ? null : new BesideOthers(head);
	}

	/** 0..1, of a place of the photograph (pixels): 0 where it keeps its place, 1 where others do not matter. */
	public float apart(final double x, final double y) {
		final HeadMaps maps = head.maps();
		return apart(x, y, maps.coordinates().sample(maps.column(x, y), maps.row(x, y), 1));
	}

	/** The same of a place with a canonical height. */
	public float apart(final double x, final double y, final float canonicalY) {
		final float ofHead = Neck.ofHead(canonicalY);
		return ofHead + (1 - ofHead) * away(x, y);
	}

	/** How much of a pixel of the area may give way to what lies behind the person: neither others nor what keeps its place beside them does. */
	float free(final int x, final int y) {
		float others = Smooth.step(VEIL, STAYS, head.others().get(x, y, 0));
		if (head.nearer() != null) others = Math.max(others, Smooth.step(NEARER_VEIL, NEARER_STAYS, head.nearer().get(x, y, 0)));
		return (1 - others) * apart(area.x() + x + 0.5, area.y() + y + 0.5);
	}

	/** 0 beside others, 1 where there are none near. */
	private float away(final double x, final double y) {
		final int w = distance.width(), h = distance.height();
		final float cells = distance.sample((x - area.x()) * w / area.width(), (y - area.y()) * h / area.height(), 0);
		return Smooth.step((float) (AT * w), (float) (AWAY * w), cells);
	}
}
