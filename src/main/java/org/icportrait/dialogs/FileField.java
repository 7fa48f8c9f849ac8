package org.icportrait.dialogs;

import java.io.File;

import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JTextField;

/** A file or folder, to type or to choose. */
final class FileField extends ChosenField {

	private final boolean folder;
	private final boolean saved;

	/** @param style of the input: "directory", "save", or that of a file to open */
	FileField(final String style) {
		super(new JTextField(22), "wmin 180", new JButton("Browse..."));
		folder = style != null && style.contains("directory");
		saved = style != null && style.contains("save");
	}

	@Override
	void typed() {
		entered(text.getText().isBlank() ? null : new File(text.getText().trim()));
	}

	@Override
	void choose() {
		final JFileChooser chooser = new JFileChooser();
		if (folder) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (!text.getText().isBlank()) chooser.setSelectedFile(new File(text.getText().trim()));
		final int answer = saved ? chooser.showSaveDialog(both) : chooser.showOpenDialog(both);
		if (answer == JFileChooser.APPROVE_OPTION) text.setText(chooser.getSelectedFile().getPath());
	}
}
