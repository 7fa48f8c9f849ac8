package org.icportrait.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Look;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** How a large form fits on small screens: what is 1600 x 1000 at twice the scale is 800 x 500. */
@OnScreen
class FormDialogTest {

	private FormModel model;
	private FormDialog dialog;

	@BeforeEach
	void make() throws Exception {
		EggHead.useInCommands();
		final Module module = CommandPlugIn.context().service(ModuleService.class).createModule(
			CommandPlugIn.context().service(CommandService.class).getCommand("org.icportrait.commands.GeneratePortrait"));
		module.setInput("image", EggHead.one());
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) if (!Contextual.class.isAssignableFrom(item.getType()) && item.getType() != Context.class) items.add(item);
		model = new FormModel(module, items, new FormModel.Rules() {

			@Override
			public boolean isUsed(final String input) {
				return !input.equals("pitch");
			}

			@Override
			public String problem() {
				return null;
			}
		});
		final List<Section> sections = List.of(Section.of("View", "pose", "yaw", "pitch", "roll"), Section.of("Light", "light", "strength", "azimuth").beside());
		dialog = Look.onEventThread(() -> new FormDialog(null, new FormDialog.Words("A form", "Go", null), model, sections, null));
	}

	@AfterEach
	void dispose() throws Exception {
		Look.onEventThread(() -> {
			dialog.window().dispose();
			return null;
		});
	}

	private Dimension sizeIn(final int width, final int height) throws Exception {
		return Look.onEventThread(() -> {
			dialog.fit(new Dimension(width, height));
			dialog.window().validate();
			return dialog.window().getSize();
		});
	}

	@Test
	void itIsNoHigherThanPromised() throws Exception {
		assertTrue(sizeIn(4000, 4000).height <= FormDialog.HIGHEST);
	}

	@Test
	void onASmallScreenItScrollsDownAndNeverSideways() throws Exception {
		final Dimension size = sizeIn(800, 500);
		assertTrue(size.width <= 800 && size.height <= 500, size.toString());
		final JScrollPane pane = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, dialog.fields());
		assertFalse(pane.getHorizontalScrollBar().isVisible());
		assertTrue(pane.getVerticalScrollBar().isVisible());
		for (final ModuleItem<?> item : model.items()) {
			final int right = SwingUtilities.convertPoint(dialog.fields().focusOf(item.getName()), dialog.fields().focusOf(item.getName()).getWidth(), 0,
				dialog.fields()).x;
			assertTrue(right <= dialog.fields().getWidth(), item.getName() + " is cut off");
		}
	}

	@Test
	void whatIsOfNoUseIsGrey() throws Exception {
		assertFalse(dialog.fields().focusOf("pitch").isEnabled());
		assertTrue(dialog.fields().focusOf("yaw").isEnabled());
	}

	private static final String[][] TYPED = { { "yaw", "12,5", "12.5" }, { "yaw", " -7.25 ", "-7.25" }, { "yaw", "1e1", "10.0" }, { "yaw", ".0004", "4.0E-4" }, { "steps", "12", "12" } };
	private static final String[][] REFUSED = { { "yaw", "12 px" }, { "yaw", "1.000,5" }, { "yaw", "" }, { "yaw", "200" }, { "steps", "2.5" }, { "steps", "0" }, { "strength", "NaN" } };

	private void type(final String input, final String text) throws Exception {
		Look.onEventThread(() -> {
			((JTextComponent) dialog.fields().focusOf(input)).setText(text);
			dialog.window().getRootPane().getDefaultButton().doClick();
			return null;
		});
	}

	private static <T extends Component> T within(final Container container, final Class<T> type, final Predicate<T> meant) {
		for (final Component one : container.getComponents()) {
			if (type.isInstance(one) && meant.test(type.cast(one))) return type.cast(one);
			final T inside = one instanceof Container inner ? within(inner, type, meant) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	/** Swing takes 12 of "12,5". */
	@Test
	void aNumberIsTakenAsItIsTypedWithACommaToo() throws Exception {
		for (final String[] typed : TYPED) {
			type(typed[0], typed[1]);
			assertEquals(typed[2], model.shown(typed[0]).toString());
			assertTrue(dialog.answer().getNow(false));
			assertEquals(Double.parseDouble(typed[2]), Double.parseDouble(((JTextComponent) dialog.fields().focusOf(typed[0])).getText()), "what is shown is taken at the next go");
			dispose();
			make();
		}
	}

	/** It ran with the value before, without a word. */
	@Test
	void whatIsNoNumberOrBeyondTheRangeIsToldAndKeepsTheDialog() throws Exception {
		for (final String[] typed : REFUSED) {
			final Object before = model.shown(typed[0]);
			type(typed[0], typed[1]);
			assertEquals(before, model.shown(typed[0]));
			assertFalse(dialog.answer().isDone(), typed[1]);
			final String said = within(dialog.window(), Message.class, message -> true).getText();
			assertTrue(said.contains("must be a") && said.endsWith("not \"" + typed[1] + "\"."), said);
			Look.onEventThread(() -> {
				within(dialog.window(), JButton.class, button -> button.getText().equals("Reset")).doClick();
				return null;
			});
			assertFalse(((JTextComponent) dialog.fields().focusOf(typed[0])).getText().equals(typed[1]), "reset");
			dispose();
			make();
		}
	}

	@Test
	void whatNoSectionNamesIsThereAllTheSame() {
		for (final ModuleItem<?> item : model.items()) assertEquals(item.getLabel(), dialog.fields().focusOf(item.getName()).getAccessibleContext().getAccessibleName());
	}
}
