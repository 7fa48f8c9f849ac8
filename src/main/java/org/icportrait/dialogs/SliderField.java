package org.icportrait.dialogs;

import java.util.Hashtable;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

import net.miginfocom.swing.MigLayout;

import org.scijava.module.ModuleItem;

/** A number to drag or to type: the slider goes in steps and shows where 0 is, the number beside it is exact. */
final class SliderField extends Field {

	private static final float SMALL = 0.85f;

	private final double step;
	private final JSlider slider;
	private final NumberField number;
	private final JPanel both = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]4[]", "[center]"));
	private final Hashtable<Integer, JComponent> marks;
	private boolean following;

	SliderField(final ModuleItem<?> item) {
		step = NumberField.step(item);
		final double low = ((Number) item.getMinimumValue()).doubleValue(), high = ((Number) item.getMaximumValue()).doubleValue();
		slider = new JSlider(steps(low), steps(high));
		marks = marks(low, high);
		slider.setLabelTable(marks);
		slider.setPaintLabels(true);
		slider.setMajorTickSpacing(steps(high));
		slider.addChangeListener(event -> dragged());
		number = new NumberField(item);
		number.listen(this::typed);
		both.setOpaque(false);
		both.add(slider, "w 150::");
		both.add(number.component());
	}

	private int steps(final double value) {
		return (int) Math.round(value / step);
	}

	/** Both ends, and 0 where it lies between them. */
	private Hashtable<Integer, JComponent> marks(final double low, final double high) {
		final Hashtable<Integer, JComponent> marks = new Hashtable<>();
		for (final double value : low < 0 && high > 0 ? new double[] { low, 0, high } : new double[] { low, high }) {
			final JLabel label = new JLabel(value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value));
			label.setFont(label.getFont().deriveFont(label.getFont().getSize2D() * SMALL));
			marks.put(steps(value), label);
		}
		return marks;
	}

	private void dragged() {
		if (following) return;
		final double value = Math.round(slider.getValue() * step * 1e6) / 1e6;
		number.show(value); // which tells
	}

	private void typed(final Object value) {
		follow(((Number) value).doubleValue());
		entered(value);
	}

	private void follow(final double value) {
		following = true;
		slider.setValue(steps(value));
		following = false;
	}

	@Override
	JComponent component() {
		return both;
	}

	@Override
	JComponent focus() {
		return number.focus();
	}

	@Override
	void enable(final boolean used) {
		slider.setEnabled(used);
		number.enable(used);
		marks.values().forEach(mark -> mark.setEnabled(used));
	}

	@Override
	String commit() {
		return number.commit();
	}

	@Override
	void forget() {
		number.forget();
	}

	@Override
	void show(final Object value) {
		number.showQuietly(value);
		if (value instanceof Number wanted) follow(wanted.doubleValue());
	}
}
