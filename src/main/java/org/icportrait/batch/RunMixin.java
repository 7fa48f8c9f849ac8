package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.work.BadInput;

import picocli.CommandLine.Option;

/** The options of a whole run: where results go and how, what is done at once, which tables are read and written. */
final class RunMixin {

	@Option(names = { "-o", "--out" }, paramLabel = "FOLDER", defaultValue = ".", description = "where results go (default: ${DEFAULT-VALUE})")
	private Path out;

	@Option(names = "--overwrite", description = "replaces earlier results; photographs are never replaced")
	private boolean overwrite;

	@Option(names = "--jobs", defaultValue = "0", description = "photographs worked on at once; 0: as many as there are cores (default: ${DEFAULT-VALUE})")
	private int jobs;

	@Option(names = "--manifest", paramLabel = "CSV", description = "a table of photographs in place of arguments: a column file, and one for each option that rows have for themselves")
	private Path manifest;

	@Option(names = "--results", paramLabel = "CSV", description = "writes a table of what became of each photograph; of analyze also pose, confidence, eyelids, face")
	private Path results;

	@Option(names = "--resume", description = "leaves out what an earlier run has made, known by the hash of its request; several processes may work into one folder")
	private boolean resume;

	@Option(names = "--format", defaultValue = "png", description = "png or tiff (default: ${DEFAULT-VALUE})")
	private ResultWriter.Format format;

	@Option(names = "--c2pa", description = "also writes a manifest definition for c2patool, NAME.c2pa.json")
	private boolean credentials;

	@Option(names = "--pages", paramLabel = "N|all", defaultValue = "1", description = "which page or frame of files that hold several (default: ${DEFAULT-VALUE})")
	private String pages;

	/** Throws {@link BadInput} where an option is wrong. */
	void check() {
		if (jobs < 0) throw new BadInput("--jobs is " + jobs + "; use 0 (automatic) or more.");
		Pages.of(pages);
		if (out.toString().isEmpty()) throw new BadInput("--out is empty; for the current folder write a dot.");
	}

	Path out() {
		return out;
	}

	boolean overwrites() {
		return overwrite;
	}

	int atOnce() {
		return jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors();
	}

	/** The table of photographs, or null. */
	Path manifest() {
		return manifest;
	}

	/** The table of what became of each photograph, or null. */
	Path results() {
		return results;
	}

	boolean resumes() {
		return resume;
	}

	ResultWriter.Format format() {
		return format;
	}

	boolean writesCredentials() {
		return credentials;
	}

	Pages pages() {
		return Pages.of(pages);
	}
}
