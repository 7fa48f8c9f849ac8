package org.icportrait.bridge;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Java program run in a JVM of its own, with a home folder and a temporary folder of its own. */
public final class FreshJvm {

	/** -Dpatience=3000 for long runs. */
	private static final int PATIENCE_SECONDS = Integer.getInteger("patience", 300);

	/**
	 * What came of it.
	 *
	 * @param exit code
	 * @param text standard output and errors together
	 */
	public record Outcome(int exit, String text) {}

	private final Path home;
	private final Path temporary;
	private final List<String> options = new ArrayList<>(List.of("-Xmx512m"));
	private final Map<String, String> variables = new HashMap<>();
	private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

	/** Makes {@code home} and {@code tmp} in a folder. */
	public FreshJvm(final Path folder) throws IOException {
		home = Files.createDirectories(folder.resolve("home"));
		temporary = Files.createDirectories(folder.resolve("tmp"));
	}

	public Path home() {
		return home;
	}

	public Path temporary() {
		return temporary;
	}

	/** Leaves the entries of the class path out that do not pass. */
	public FreshJvm keep(final Predicate<String> entry) {
		classPath = Arrays.stream(classPath.split(File.pathSeparator)).filter(entry).collect(Collectors.joining(File.pathSeparator));
		return this;
	}

	/** Adds options of the JVM. */
	public FreshJvm with(final String... more) {
		options.addAll(List.of(more));
		return this;
	}

	/** Sets a variable of the environment. */
	public FreshJvm where(final String name, final String value) {
		variables.put(name, value);
		return this;
	}

	/** Runs {@code main} to its end. */
	public Outcome run(final Class<?> main, final String... arguments) throws IOException, InterruptedException {
		final Path output = Files.createTempFile("fresh-jvm", ".txt");
		try {
			final Process process = builder(main, arguments).redirectOutput(output.toFile()).start();
			if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
			process.destroyForcibly();
			throw new IOException("It ran for more than " + PATIENCE_SECONDS + " s.");
		}
		finally {
			Files.delete(output);
		}
	}

	/** Starts {@code main}, whose output is dropped; whoever asked ends it. */
	public Process start(final Class<?> main, final String... arguments) throws IOException {
		return builder(main, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
	}

	private ProcessBuilder builder(final Class<?> main, final String... arguments) {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(options);
		command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + home, "-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("HOME", home.toString());
		builder.environment().put("TMPDIR", temporary.toString());
		builder.environment().putAll(variables);
		builder.environment().remove("ORT_DISABLE_TELEMETRY");
		return builder;
	}
}
