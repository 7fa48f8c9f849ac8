package org.icportrait.dialogs;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.Scrollable;

import net.miginfocom.swing.MigLayout;

import org.scijava.module.ModuleItem;

/** The fields of a form below their headings, in one column or two. What is of no use is grey. For the event thread. */
public final class FormPanel extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1;
	/** Pixels of one turn of the mouse wheel. */
	private static final int UNIT = 16;

	/** A field and the label before it, or null. */
	private record Row(Field field, JLabel label) {}

	private final transient FormModel model;
	private final transient Map<String, Row> rows = new LinkedHashMap<>();

	/** @param sections of the form; inputs that none names stand below all others */
	public FormPanel(final FormModel model, final List<Section> sections) {
		super(new MigLayout("insets 0, gapx 24", "[grow,fill]", "[top]"));
		this.model = model;
		final List<JPanel> columns = new ArrayList<>();
		for (final Section section : complete(model, sections)) {
			while (columns.size() <= section.column()) {
				columns.add(new JPanel(new MigLayout("insets 0, wrap 2", "[right][grow,fill]", "[]4[]")));
				add(columns.get(columns.size() - 1));
			}
			fill(columns.get(section.column()), section);
		}
		follow();
		model.addListener(this::follow);
	}

	/** The sections with what is asked for and nothing else; what they forget is put at the end. */
	private static List<Section> complete(final FormModel model, final List<Section> sections) {
		final List<String> left = new ArrayList<>(model.items().stream().map(ModuleItem::getName).toList());
		final List<Section> all = new ArrayList<>();
		for (final Section section : sections) {
			final List<String> asked = section.inputs().stream().filter(left::contains).toList();
			left.removeAll(asked);
			if (!asked.isEmpty()) all.add(new Section(section.heading(), section.column(), asked));
		}
		if (!left.isEmpty()) all.add(new Section("Options", 0, left));
		return all;
	}

	private void fill(final JPanel column, final Section section) {
		final JLabel heading = new JLabel(section.heading());
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		column.add(heading, "span, split 2, left, growx 0" + (column.getComponentCount() > 0 ? ", gaptop 10" : ""));
		column.add(new JSeparator(), "growx, gapleft 4");
		JPanel line = null;
		Field before = null;
		for (final String input : section.inputs()) {
			final ModuleItem<?> item = model.items().stream().filter(one -> one.getName().equals(input)).findFirst().orElseThrow();
			final Field field = Fields.of(item);
			field.listen(value -> model.set(input, value));
			if (before == null || before.getClass() != field.getClass()) line = line(column, field);
			before = field;
			rows.put(input, new Row(field, placed(column, line, item, field)));
			explain(item, rows.get(input));
		}
	}

	/** A line that fields of one kind share: ticks two by two, numbers side by side; null for others, which have lines of their own. */
	private static JPanel line(final JPanel column, final Field field) {
		if (!(field instanceof FlagField) && !(field instanceof NumberField)) return null;
		final JPanel line = field instanceof FlagField ? new JPanel(new MigLayout("insets 0, wrap 2", "[][grow]", "[]2[]")) : new JPanel(new MigLayout("insets 0"));
		line.setOpaque(false);
		if (field instanceof FlagField) column.add(line, "skip 1");
		return line;
	}

	/** Puts a field where it belongs; gives the label before it, or null for ticks, which have their own. */
	private static JLabel placed(final JPanel column, final JPanel line, final ModuleItem<?> item, final Field field) {
		if (field instanceof FlagField) {
			line.add(field.component());
			return null;
		}
		final JLabel label = new JLabel(item.getLabel());
		label.setLabelFor(field.focus());
		if (line == null) {
			column.add(label);
			column.add(field.component(), "wmin 170");
			return label;
		}
		final boolean first = line.getComponentCount() == 0;
		if (first) column.add(label);
		else line.add(label, "gapleft 8");
		line.add(field.component());
		if (first) column.add(line);
		return label;
	}

	private static void explain(final ModuleItem<?> item, final Row row) {
		final String help = item.getDescription();
		row.field.focus().getAccessibleContext().setAccessibleName(item.getLabel());
		if (help == null || help.isEmpty()) return;
		final JComponent named = row.label == null ? row.field.component() : row.label;
		named.setToolTipText(help);
		row.field.focus().setToolTipText(help);
		row.field.focus().getAccessibleContext().setAccessibleDescription(help);
	}

	/** Shows the form as it stands. */
	private void follow() {
		rows.forEach((input, row) -> {
			final boolean used = model.isUsed(input);
			row.field.showQuietly(model.shown(input));
			row.field.enable(used);
			if (row.label != null) row.label.setEnabled(used);
		});
	}

	/** Puts the columns one below the other, for narrow screens. */
	void inOneColumn() {
		setLayout(new MigLayout("insets 0, wrap 1", "[grow,fill]", "[]10[]"));
		revalidate();
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation, final int direction) {
		return UNIT;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible, final int orientation, final int direction) {
		return visible.height - UNIT;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}

	/** Takes over what is typed and not yet entered; returns what is wrong with the first that cannot be taken, or null. */
	String commit() {
		final List<String> wrong = new ArrayList<>();
		for (final Row row : rows.values()) wrong.add(row.field.commit());
		return wrong.stream().filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** Forgets what is typed and not entered. */
	void forget() {
		rows.values().forEach(row -> row.field.forget());
	}

	/** The component that takes an input from the keyboard. */
	public JComponent focusOf(final String input) {
		return rows.get(input).field.focus();
	}
}
