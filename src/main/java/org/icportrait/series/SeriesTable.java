package org.icportrait.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.icportrait.geometry.Pose;
import org.icportrait.identity.Identity;
import org.icportrait.identity.Likeness;
import org.icportrait.image.Lab;

/**
 * The figures of a series, one row for each cell that was made; likeness is NaN where the pack has no network for it. Not thread-safe.
 */
public final class SeriesTable {

	/** Names of the columns, in their order. */
	public static final List<String> COLUMNS = List.of("View", "Light", "Yaw wanted (deg)", "Yaw read (deg)", "Pitch wanted (deg)", "Pitch read (deg)", "Roll wanted (deg)",
		"Roll read (deg)", "Pose error (deg)", "Confidence", "Light error (%)", "Light direction error (deg)", "Seen (%)", "Likeness", "Likeness low", "Likeness high",
		"Likeness to grid", "Skin L*", "Skin a*", "Skin b*", "Skin Delta E");

	private record Row(SeriesView view, SeriesLight light, CellFigures figures) {}

	/** What rows are compared with. @param face the mean one, null where none was read @param skin likewise */
	private record Grid(Identity face, Lab skin) {}

	private final SeriesPlan plan;
	private final List<Row> rows = new ArrayList<>();
	/** Of all rows; worked out once for them all, since tables have thousands. Null after a row was added. */
	private Grid grid;

	public SeriesTable(final SeriesPlan plan) {
		this.plan = plan;
	}

	/** Adds a cell that was measured. */
	public void add(final SeriesCell cell) {
		grid = null;
		rows.add(new Row(plan.views().get(cell.view()), plan.lights().get(cell.light()), cell.figures()));
	}

	public int size() {
		return rows.size();
	}

	/** A row by its columns: texts, and numbers of which NaN are unknown. Likeness to the grid and Delta E depend on all rows. */
	public Map<String, Object> row(final int number) {
		final Row row = rows.get(number);
		final CellFigures f = row.figures;
		final Pose wanted = row.view.pose(), read = f.read();
		final Lab skin = f.skin();
		final Likeness likeness = f.likeness();
		final double ofGrid = f.identity() == null ? Double.NaN : f.identity().likenessTo(grid().face).value();
		final Object[] values = { row.view.code(), row.light.code(), wanted.yaw(), read == null ? Double.NaN : read.yaw(), wanted.pitch(), read == null ? Double.NaN : read
			.pitch(), wanted.roll(), read == null ? Double.NaN : read.roll(), f.poseError(), f.confidence(), 100 * f.lightError(), f.lightDegrees(), 100 * f.seen(),
			likeness == null ? Double.NaN : likeness.value(), likeness == null ? Double.NaN : likeness.low(), likeness == null ? Double.NaN : likeness.high(), ofGrid,
			skin == null ? Double.NaN : skin.l(), skin == null ? Double.NaN : skin.a(), skin == null ? Double.NaN : skin.b(), skin == null ? Double.NaN : skin.distance(grid().skin) };
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i++) map.put(COLUMNS.get(i), values[i]);
		return map;
	}

	private Grid grid() {
		if (grid != null) return grid;
		final List<Identity> faces = rows.stream().map(row -> row.figures.identity()).filter(Objects::nonNull).toList();
		grid = new Grid(faces.isEmpty() ? null : Identity.mean(faces), meanSkin());
		return grid;
	}

	/** The skin of the grid; null where none was read. */
	private Lab meanSkin() {
		double l = 0, a = 0, b = 0;
		int count = 0;
		for (final Row row : rows) if (row.figures.skin() != null) {
			l += row.figures.skin().l();
			a += row.figures.skin().a();
			b += row.figures.skin().b();
			count++;
		}
		return count == 0 ? null : new Lab(l / count, a / count, b / count);
	}

	/** Name of a row's picture without its extension. @param name of the person or photograph */
	String fileName(final int number, final String name) {
		return plan.fileName(name, rows.get(number).view, rows.get(number).light);
	}

	/** Figures of the whole grid by their names; NaN where nothing was read. */
	public Map<String, Double> summary() {
		final Map<String, Double> summary = new LinkedHashMap<>();
		summary.put("pictures", (double) rows.size());
		summary.put("faces read", (double) rows.stream().filter(row -> row.figures.read() != null).count());
		summary.put("mean pose error (deg)", mean("Pose error (deg)"));
		summary.put("largest pose error (deg)", rows.stream().mapToDouble(row -> row.figures.poseError()).filter(Double::isFinite).max().orElse(Double.NaN));
		summary.put("mean light error (%)", mean("Light error (%)"));
		summary.put("mean seen (%)", mean("Seen (%)"));
		summary.put("mean likeness to the photograph", mean("Likeness"));
		summary.put("consistency (mean likeness to the grid)", mean("Likeness to grid"));
		summary.put("spread of the skin's reflectance (Delta E)", mean("Skin Delta E"));
		return summary;
	}

	/** What the origin of the whole says: how many pictures there are, of what, and the summary where they were measured. */
	public Map<String, Object> facts(final int made) {
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("preset", plan.set().word());
		facts.put("pictures", made + " of " + plan.size());
		facts.put("views", plan.views().stream().map(SeriesView::label).toList());
		facts.put("lights", plan.lights().stream().map(SeriesLight::label).toList());
		if (!plan.notes().isEmpty()) facts.put("notes", plan.notes());
		if (!rows.isEmpty()) facts.put("summary", summary());
		return facts;
	}

	private double mean(final String column) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < rows.size(); i++) {
			final double value = (Double) row(i).get(column);
			if (!Double.isFinite(value)) continue;
			sum += value;
			count++;
		}
		return count == 0 ? Double.NaN : sum / count;
	}
}
