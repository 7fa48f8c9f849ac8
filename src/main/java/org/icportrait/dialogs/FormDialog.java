package org.icportrait.dialogs;

import java.awt.Adjustable;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

import net.miginfocom.swing.MigLayout;

/**
 * The window of a form: what it is about on top, the fields, and help, reset, cancel and go below. It is not modal, no higher than 700
 * pixels or the screen, and says what is missing as long as it cannot go. For the event thread, but for {@link #answer}.
 */
public final class FormDialog {

	/** Pixels, at normal scale. */
	static final int HIGHEST = 700;

	/**
	 * What stands on a form besides its fields.
	 *
	 * @param title of the window
	 * @param action on the button that goes
	 * @param help opens the page that explains it; null for no such button
	 */
	public record Words(String title, String action, Runnable help) {}

	private final FormModel model;
	private final JDialog window;
	private final FormPanel fields;
	private final Message message;
	private final JButton go;
	private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

	/**
	 * Makes the window, which {@link #show} shows.
	 *
	 * @param owner stays below it; null for none
	 * @param header what the form is about; null for nothing
	 */
	public FormDialog(final Window owner, final Words words, final FormModel model, final List<Section> sections, final JComponent header) {
		this.model = model;
		window = new JDialog(owner, words.title(), Dialog.ModalityType.MODELESS);
		fields = new FormPanel(model, sections);
		go = new JButton(words.action());
		message = new Message(sections.stream().anyMatch(section -> section.column() > 0) ? 1 : 2);
		final JPanel content = new JPanel(new MigLayout("insets 12, wrap 1", "[grow,fill]", header == null ? "[grow,fill]8[]8[]" : "[]10[grow,fill]8[]8[]"));
		if (header != null) content.add(header);
		content.add(scrolling(fields), "grow, push");
		content.add(message, "growx, wmin 0");
		content.add(buttons(words), "growx");
		window.setContentPane(content);
		prepareKeys();
		follow();
		model.addListener(this::follow);
	}

	private static JScrollPane scrolling(final FormPanel fields) {
		final JScrollPane pane = new JScrollPane(fields);
		pane.setBorder(BorderFactory.createEmptyBorder());
		return pane;
	}

	private JPanel buttons(final Words words) {
		final JPanel row = new JPanel(new MigLayout("insets 0", "[]6[]push[]6[]"));
		final JButton help = button("Help", word -> words.help().run());
		help.setVisible(words.help() != null);
		row.add(help, "sg b");
		row.add(button("Reset", word -> reset()), "sg b");
		row.add(button("Cancel", word -> end(false)), "sg b");
		go.addActionListener(event -> go());
		row.add(go, "sg b");
		return row;
	}

	private static JButton button(final String word, final Consumer<String> action) {
		final JButton button = new JButton(word);
		button.addActionListener(event -> action.accept(word));
		return button;
	}

	private void prepareKeys() {
		window.getRootPane().setDefaultButton(go);
		window.getRootPane().registerKeyboardAction(event -> end(false), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				answer.complete(false);
			}
		});
	}

	private void follow() {
		final String missing = model.missing(), problem = missing == null ? model.problem() : null;
		if (missing == null) warn(problem);
		else message.say(missing);
		go.setEnabled(missing == null && problem == null);
	}

	/** @param problem null for none */
	private void warn(final String problem) {
		message.warn(problem, window.getContentPane().getBackground());
	}

	private void reset() {
		model.reset();
		fields.forget();
	}

	/** Not with what is typed wrongly: it would run with the value before. */
	private void go() {
		final String wrong = fields.commit();
		if (wrong != null) warn(wrong);
		else if (model.missing() == null && model.problem() == null) end(true);
	}

	private void end(final boolean agreed) {
		answer.complete(agreed);
		window.dispose();
	}

	/** Shows the window beside another one, or where the system likes. */
	public void show(final Window beside) {
		final GraphicsConfiguration screen = beside == null ? window.getGraphicsConfiguration() : beside.getGraphicsConfiguration();
		final Rectangle usable = Placement.usable(screen);
		fit(usable.getSize());
		if (beside != null && beside.isShowing()) window.setLocation(Placement.whole(beside.getBounds(), window.getSize(), usable));
		else window.setLocationByPlatform(true);
		window.setVisible(true);
	}

	/** Gives the window its size on a screen that has so much room. */
	void fit(final Dimension room) {
		window.pack();
		if (window.getWidth() > room.width) {
			fields.inOneColumn();
			window.pack();
		}
		final int highest = Math.min(HIGHEST, room.height);
		if (window.getHeight() <= highest) return;
		final int bar = new JScrollBar(Adjustable.VERTICAL).getPreferredSize().width;
		window.setSize(new Dimension(Math.min(window.getWidth() + bar, room.width), highest));
	}

	/** True once its user says go, false once he cancels or closes it. From any thread. */
	public CompletableFuture<Boolean> answer() {
		return answer;
	}

	/** The window, to stand beside it or to close it, which cancels. */
	public JDialog window() {
		return window;
	}

	/** The fields. */
	public FormPanel fields() {
		return fields;
	}
}
