package org.icportrait.dialogs;

import java.io.File;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;

import net.miginfocom.swing.MigLayout;

/** A file or folder, to type or to choose. */
final class FileField extends Field {

	private final boolean folder;
	private final boolean saved;
	private final JTextField path = new JTextField(22);
	private final JButton browse = new JButton("Browse...");
	private final JPanel both = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]4[]"));

	/** @param style of the input: "directory", "save", or that of a file to open */
	FileField(final String style) {
		folder = style != null && style.contains("directory");
		saved = style != null && style.contains("save");
		path.getDocument().addDocumentListener((TextField.Typed) () -> entered(path.getText().isBlank() ? null : new File(path.getText().trim())));
		browse.addActionListener(event -> choose());
		both.setOpaque(false);
		both.add(path, "wmin 180");
		both.add(browse);
	}

	private void choose() {
		final JFileChooser chooser = new JFileChooser();
		if (folder) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (!path.getText().isBlank()) chooser.setSelectedFile(new File(path.getText().trim()));
		final int answer = saved ? chooser.showSaveDialog(both) : chooser.showOpenDialog(both);
		if (answer == JFileChooser.APPROVE_OPTION) path.setText(chooser.getSelectedFile().getPath());
	}

	@Override
	JComponent component() {
		return both;
	}

	@Override
	JComponent focus() {
		return path;
	}

	@Override
	void enable(final boolean used) {
		path.setEnabled(used);
		browse.setEnabled(used);
	}

	@Override
	void show(final Object value) {
		final String wanted = value == null ? "" : value.toString();
		if (!path.getText().equals(wanted)) path.setText(wanted);
	}
}
