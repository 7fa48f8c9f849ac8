package org.icportrait.batch;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.icportrait.portrait.Provenance;
import org.icportrait.work.OneLine;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. */
@Command(name = "ic-portrait", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, subcommands = { AnalyzeFiles.class, WarpFiles.class,
	RelightFiles.class, GenerateFiles.class, SeriesFiles.class, RepeatFiles.class }, description = "From one photograph the same person from any view, in any light.",
	synopsisSubcommandLabel = "(analyze | warp | relight | generate | series | repeat)", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
		"0:all was done", "1:some files failed; the summary says which and why", "2:the command line is wrong",
		"3:nothing was done: the machine lacks something, or the program is at fault" })
public final class Main {

	/** Everything was done. */
	static final int DONE = 0;
	/** Some files failed. */
	static final int SOME_FAILED = 1;
	/** The command line is wrong. */
	static final int USAGE = 2;
	/** Nothing was done, and no other command line would mend that. */
	static final int FAULT = 3;

	/** No option has an ending. */
	private static final Pattern CALLED_A_FILE = Pattern.compile("-[^=]*\\.[A-Za-z]\\w*");
	/** Characters up to the first letter of a long option. */
	private static final int FIRST_LETTER = 3;

	/** Runs the command line and ends the program with its exit code. */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		System.exit(commandLine().execute(arguments));
	}

	/** The parser, ready to execute; its writers can be set. */
	static CommandLine commandLine() {
		return parser(new Main()).setParameterExceptionHandler(Main::refuse);
	}

	/** How any of our commands is parsed. */
	static CommandLine parser(final Object command) {
		// A file named @x must never be read as options, which name native code.
		return Converters.on(new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false));
	}

	private static int refuse(final CommandLine.ParameterException exception, final String[] arguments) {
		final CommandLine line = exception.getCommandLine();
		line.getErr().println(OneLine.of(sentence(exception)));
		line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
		line.getErr().flush();
		return USAGE;
	}

	/** What is wrong with a command line, with the words that it may have meant. */
	private static String sentence(final CommandLine.ParameterException exception) {
		if (!(exception instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) return exception.getMessage();
		final Set<String> subcommands = exception.getCommandLine().getSubcommands().keySet();
		final String word = unmatched.getUnmatched().get(0);
		if (!subcommands.isEmpty() && !unmatched.isUnknownOption()) return "There is no subcommand '" + word + "'; choose one of " + String.join(", ", subcommands) + ".";
		if (unmatched.isUnknownOption() && (CALLED_A_FILE.matcher(word).matches() || new File(word).exists())) return exception.getMessage() + "; a file of that name is written ." + File.separator + word + ", or stands behind --.";
		final String owners = owners(exception.getCommandLine(), word);
		final String begin = word.substring(0, Math.min(FIRST_LETTER, word.length()));
		final List<String> meant = exception.getCommandLine().getCommandSpec().options().stream().map(OptionSpec::longestName).filter(name -> name.startsWith(begin)).sorted().toList();
		return exception.getMessage() + (owners.isEmpty() ? "" : "; it is an option of " + owners) + (!unmatched.isUnknownOption() || meant.isEmpty() ? "" : "; did you mean " + String
			.join(" or ", meant) + "?");
	}

	/** Subcommands that have the option which this command does not know. */
	private static String owners(final CommandLine line, final String word) {
		final CommandLine whole = line.getParent() == null ? line : line.getParent();
		final String option = word.replaceFirst("=.*", "");
		return whole.getSubcommands().entrySet().stream().filter(each -> each.getValue().getCommandSpec().findOption(option) != null).map(Map.Entry::getKey).collect(Collectors
			.joining(", "));
	}

	/** Tells the plugin's version. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { "ic-portrait " + Provenance.pluginVersion() };
		}
	}
}
