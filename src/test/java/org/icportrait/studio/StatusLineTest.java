package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BorderLayout;

import javax.swing.JFrame;
import javax.swing.JPanel;

import org.icportrait.bridge.Look;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.Test;

/** What is wrong is said whole: its end tells what to do. */
@OnScreen
class StatusLineTest {

	private static final String SENTENCE = "No face was found in the picture; it needs one of at least 48 px with <both> eyes, nose and mouth in it. Draw a rectangle around it.";

	@Test
	void aLongSentenceTakesMoreLinesAndTheWindowMakesRoom() throws Exception {
		final StatusLine line = new StatusLine("Reading the head ...");
		final JFrame window = new JFrame();
		final int[] before = new int[2];
		Look.onEventThread(() -> {
			final JPanel content = new JPanel(new BorderLayout());
			content.add(line);
			window.setContentPane(content);
			window.setSize(320, 70);
			window.setVisible(true);
			window.validate();
			before[0] = line.getWidth();
			before[1] = line.getPreferredSize().height;
			line.explain(SENTENCE);
			window.validate();
			return null;
		});
		assertTrue(line.getPreferredSize().height > 2 * before[1], "lines: " + line.getPreferredSize());
		assertTrue(line.getPreferredSize().width <= before[0] + 1, "as wide as before: " + line.getPreferredSize());
		assertTrue(line.getHeight() >= line.getPreferredSize().height, "all of it is seen: " + line.getSize());
		assertEquals(SENTENCE.replace("<", "&lt;"), line.getText().replaceAll("<[^>]*>", ""));
		Look.onEventThread(() -> {
			window.dispose();
			return null;
		});
	}
}
