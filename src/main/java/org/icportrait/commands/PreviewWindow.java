package org.icportrait.commands;

import ij.ImagePlus;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.ComponentListener;

import javax.swing.ImageIcon;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.UIManager;

import net.miginfocom.swing.MigLayout;

import org.icportrait.dialogs.Placement;

/**
 * The window of a live preview: it belongs to the dialog, stands beside it and goes with it, and never takes the focus. It is no image
 * window of ImageJ, so that the active image stays what it is. All of Swing happens on the event thread.
 */
final class PreviewWindow implements LivePreview.Screen {

	private final String title;
	private volatile Window dialog;
	private JDialog window;
	private JLabel picture;
	private JTextArea sentence;

	PreviewWindow(final String title) {
		this.title = title;
	}

	/** Says which dialog it belongs to; without one it stands alone. */
	void belongTo(final Window owner) {
		dialog = owner;
	}

	@Override
	public void show(final ImagePlus image) {
		final Image pixels = image.getBufferedImage();
		EventQueue.invokeLater(() -> appear(new ImageIcon(pixels), null));
	}

	/** The last picture stays, with the sentence below it. */
	@Override
	public void tell(final String why) {
		EventQueue.invokeLater(() -> appear(picture == null ? null : (ImageIcon) picture.getIcon(), why));
	}

	@Override
	public void close() {
		EventQueue.invokeLater(() -> {
			if (window != null) window.dispose();
			window = null;
			picture = null;
		});
	}

	private void appear(final ImageIcon icon, final String why) {
		final Window owner = dialog;
		if (owner != null && !owner.isDisplayable()) return; // the dialog has gone in the meantime
		if (window == null || !window.isDisplayable()) open(owner);
		picture.setIcon(icon);
		sentence.setText(why == null ? "" : why);
		sentence.setVisible(why != null);
		window.pack();
		place();
		window.setVisible(true);
	}

	private void open(final Window owner) {
		window = new JDialog(owner, title, Dialog.ModalityType.MODELESS);
		window.setFocusableWindowState(false);
		window.setLayout(new MigLayout("insets 0, wrap 1, hidemode 3", "[grow,fill]"));
		picture = new JLabel();
		sentence = new JTextArea(2, 30);
		sentence.setEditable(false);
		sentence.setLineWrap(true);
		sentence.setWrapStyleWord(true);
		sentence.setOpaque(false);
		sentence.setFont(UIManager.getFont("Label.font"));
		window.add(picture);
		window.add(sentence, "gap 8 8 6 8");
		if (owner != null) owner.addComponentListener(follower());
	}

	private ComponentListener follower() {
		return new ComponentAdapter() {

			@Override
			public void componentMoved(final ComponentEvent event) {
				if (window != null) place();
			}
		};
	}

	private void place() {
		final Window owner = window.getOwner();
		if (owner != null && owner.isShowing()) Placement.put(window, owner);
	}
}
