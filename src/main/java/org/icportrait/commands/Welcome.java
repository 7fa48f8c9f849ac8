package org.icportrait.commands;

import ij.process.ImageProcessor;

import java.awt.Dialog;
import java.awt.Font;
import java.awt.Image;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.util.concurrent.CompletableFuture;

import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

import net.miginfocom.swing.MigLayout;

/** The dialog of a first start: what this is, how one begins, what to heed. For the event thread. */
final class Welcome {

	/** What its user wants next. */
	enum Answer {
		/** To go on with a portrait that comes along. */
		SAMPLE,
		/** To go on with what is open. */
		GO_ON,
		/** Nothing. */
		CLOSE
	}

	private static final int PICTURE = 200, WIDTH = 440;

	private final JDialog window;
	private final CompletableFuture<Answer> answer = new CompletableFuture<>();

	/** @param owner stays below it */
	Welcome(final Window owner) {
		window = new JDialog(owner, "Welcome to IC-Portrait", Dialog.ModalityType.MODELESS);
		window.setContentPane(content());
		window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		window.setResizable(false);
		window.getRootPane().registerKeyboardAction(event -> end(Answer.CLOSE), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				answer.complete(Answer.CLOSE);
			}
		});
	}

	private JPanel content() {
		final JPanel content = new JPanel(new MigLayout("insets 16, wrap 2", "[]16[grow,fill," + WIDTH + "!]", "[top][]"));
		content.add(new JLabel(new ImageIcon(picture())), "top");
		final JPanel text = new JPanel(new MigLayout("insets 0, wrap 1", "[grow,fill]"));
		final JLabel title = new JLabel("The same person, from any view, in any light");
		title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont().getSize2D() * 1.15f));
		text.add(title, "gapbottom 4");
		paragraph(text, "Open a photograph of a face, then choose Portrait Studio to turn and light it with the mouse, or Generate Portrait to type what " +
			"you want. Everything that you do can be recorded as a macro.");
		paragraph(text, "It runs on this computer alone: nothing is sent anywhere. The networks were trained on synthetic heads, on no real person.");
		paragraph(text, "What the photograph does not show is a guess, and each result says so. Use photographs of people who consented, and leave the " +
			"mark in what you pass on.");
		content.add(text);
		content.add(buttons(), "span, growx, gaptop 8");
		return content;
	}

	private static Image picture() {
		final ImageProcessor sample = OpenSamplePortrait.sample().getProcessor();
		return new BaseMultiResolutionImage(sample.resize(PICTURE, PICTURE, true).getBufferedImage(), sample.resize(2 * PICTURE, 2 * PICTURE, true).getBufferedImage());
	}

	private static void paragraph(final JPanel text, final String sentence) {
		text.add(new JLabel("<html><body style='width: " + (WIDTH - 110) + "px'>" + sentence + "</body></html>"), "gapbottom 6");
	}

	private JPanel buttons() {
		final JPanel row = new JPanel(new MigLayout("insets 0", "[]push[]6[]"));
		final JButton help = new JButton("Help"), sample = new JButton("Open Sample Portrait"), on = new JButton("Go On");
		help.addActionListener(event -> HelpPages.openStart());
		sample.addActionListener(event -> end(Answer.SAMPLE));
		on.addActionListener(event -> end(Answer.GO_ON));
		row.add(help);
		row.add(sample);
		row.add(on);
		window.getRootPane().setDefaultButton(on);
		return row;
	}

	private void end(final Answer given) {
		answer.complete(given);
		window.dispose();
	}

	/** Shows it and gives the answer to come. */
	CompletableFuture<Answer> open() {
		window.pack();
		window.setLocationRelativeTo(null);
		window.setVisible(true);
		return answer;
	}
}
