package org.icportrait.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.icportrait.files.OutputFile;
import org.icportrait.files.Targets;
import org.icportrait.work.BadInput;

/** A table of what became of each job, one row at a time in NAME.part, which gets its name when the run has ended. Not thread-safe. */
final class ResultsFile implements AutoCloseable {

	static final String[] COLUMNS = { "file", "page", "status", "result", "request_sha256", "message" };

	private final Path target;
	private final Path part;
	private final FileChannel channel;
	private final BufferedWriter text;
	private final CSVPrinter rows;

	private final List<String> more;

	private ResultsFile(final Path target, final Path part, final FileChannel channel, final List<String> more) throws IOException {
		this.target = target;
		this.part = part;
		this.channel = channel;
		this.more = more;
		text = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
		rows = new CSVPrinter(text, CSVFormat.RFC4180);
		rows.printRecord(Stream.concat(Arrays.stream(COLUMNS), more.stream()));
		text.flush();
	}

	/**
	 * @param replace whether an earlier table may be replaced
	 * @param more columns after those of every table
	 * @throws BadInput where it may not, where what stands there is no table of results, or where another process writes this one
	 */
	static ResultsFile open(final Path target, final boolean replace, final List<String> more) {
		requireFolder(target);
		if (Files.isDirectory(target)) throw new BadInput(target + " is a folder; give --results the name of a file.");
		if (!replace && Files.exists(target)) throw new BadInput("The file " + target + " is there already; give --results another name, or add --overwrite to replace it.");
		final Path part = target.resolveSibling(target.getFileName() + ".part");
		try {
			if (target.toAbsolutePath().getParent() != null) Files.createDirectories(target.toAbsolutePath().getParent());
			requireTable(target);
			requireTable(part);
			final FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (!isOurs(channel)) {
				channel.close();
				throw new BadInput("Another process writes " + part + "; give each its own --results.");
			}
			channel.truncate(0);
			return new ResultsFile(target, part, channel, more);
		}
		catch (final IOException exception) {
			throw new BadInput("The table " + target + " cannot be written: " + OutputFile.reason(exception) + ".", exception);
		}
	}

	private static void requireFolder(final Path target) {
		final Path file = OutputFile.fileAbove(target);
		if (file != null) throw new BadInput(file + " is a file and no folder, so that " + target + " cannot be written; give --results another name.");
	}

	/** Only our own tables are replaced: a slip of the hand must not cost a photograph, an earlier result or the table of the run. */
	private static void requireTable(final Path file) throws IOException {
		if (!Files.exists(file) || Files.isRegularFile(file) && (Files.size(file) == 0 || Targets.begins(file, String.join(",", COLUMNS)))) return;
		throw new BadInput(file + " is there and is no table of results, so it is not replaced; give --results another name.");
	}

	/** The lock goes with the channel. */
	private static boolean isOurs(final FileChannel channel) throws IOException {
		try {
			final FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (final OverlappingFileLockException held) {
			return false;
		}
	}

	/** @param request its hash, or empty where there is none @param figures of the further columns, a row or more; what is missing stays empty */
	void add(final Job job, final Outcome outcome, final String request, final List<List<String>> figures) {
		try {
			final String message = outcome.fault() == null ? String.join("; ", outcome.notes()) : outcome.fault();
			for (final List<String> own : figures) {
				final List<Object> row = new ArrayList<>(List.of(FileNames.text(job.file()), job.page(), outcome.status().word(), outcome.written() == null ? "" : outcome.written(), request, message));
				row.addAll(own);
				row.addAll(Collections.nCopies(more.size() - own.size(), ""));
				rows.printRecord(row);
			}
			text.flush();
		}
		catch (final IOException exception) {
			throw new BadInput("The table " + part + " cannot be written: " + OutputFile.reason(exception) + ".", exception);
		}
	}

	/** The run has ended: the table is complete. */
	void publish() {
		try {
			text.flush();
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException exception) {
			throw new BadInput("The table " + part + " cannot be renamed to " + target + ": " + OutputFile.reason(exception) + ".", exception);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException exception) {
			// Every row was flushed.
		}
	}
}
