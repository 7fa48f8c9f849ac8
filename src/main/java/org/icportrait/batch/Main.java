package org.icportrait.batch;

import org.icportrait.portrait.Provenance;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(name = "ic-portrait", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, subcommands = { AnalyzeFiles.class, WarpFiles.class,
	RelightFiles.class, GenerateFiles.class }, description = "From one photograph the same person from any view, in any light.",
	synopsisSubcommandLabel = "(analyze | warp | relight | generate)", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
		"0:all was done", "1:some files failed; the summary says which and why", "2:the command line is wrong" })
public final class Main {

	/** Everything was done. */
	static final int DONE = 0;
	/** Some files failed. */
	static final int SOME_FAILED = 1;
	/** The command line is wrong. */
	static final int USAGE = 2;

	/** Runs the command line and ends the program with its exit code. */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		System.exit(commandLine().execute(arguments));
	}

	/** The parser, ready to execute; its writers can be set. */
	static CommandLine commandLine() {
		return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
	}

	/** Tells the plugin's version. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { "ic-portrait " + Provenance.pluginVersion() };
		}
	}
}
