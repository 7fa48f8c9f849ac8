package org.icportrait.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.icportrait.batch.RowWork;
import org.icportrait.work.BadInput;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scala.reflect.ClassTag$;

/**
 * The rows of a table of photographs, done by the executors of a Spark cluster: {@code spark-submit --class org.icportrait.cluster.PortraitJobs
 * ic-portrait-spark.jar --manifest URI --out URI --results URI generate --yaw 30}. Tables are CSV with a header, or Parquet by their ending. Exit codes as on the
 * command line.
 */
@Command(name = "portrait-jobs", description = "Photographs of a table on a Spark cluster.")
public final class PortraitJobs implements Callable<Integer> {

	private static final StructType RESULT = new StructType().add("file", DataTypes.StringType).add("status", DataTypes.StringType).add("result", DataTypes.StringType).add(
		"message", DataTypes.StringType);
	private static final Set<String> OWN = Set.of("file", "name", "page");

	@Option(names = "--manifest", paramLabel = "URI", required = true, description = "a table with a column file and one for each option that rows have for themselves")
	private String manifest;
	@Option(names = "--out", paramLabel = "URI", required = true, description = "folder for the results")
	private String out;
	@Option(names = "--results", paramLabel = "URI", required = true, description = "folder for the table of what became of each row; must not be there yet")
	private String results;
	@Option(names = "--partitions", defaultValue = "0", description = "tasks that the rows are parted into; 0: one for each 500 rows, at least 2")
	private int partitions;
	@Parameters(arity = "1..*", description = "analyze, warp, relight or generate, with options")
	private List<String> arguments;

	public static void main(final String... arguments) {
		final CommandLine line = new CommandLine(new PortraitJobs()).setStopAtPositional(true);
		final int code = line.execute(arguments);
		if (code != 0) System.exit(code); // a cluster takes the end of main for success
	}

	@Override
	public Integer call() {
		final SparkSession spark = SparkSession.builder().appName("IC-Portrait").getOrCreate();
		try {
			return run(spark);
		}
		catch (final BadInput exception) {
			System.err.println(exception.getMessage());
			return 2;
		}
		finally {
			spark.stop();
		}
	}

	private int run(final SparkSession spark) {
		final Set<String> known = RowWork.columns(arguments);
		final Dataset<Row> rows = manifest.endsWith(".parquet") ? spark.read().parquet(manifest) : spark.read().option("header", true).csv(manifest);
		final List<String> columns = columns(rows.columns(), known);
		final Broadcast<SerializableConfiguration> configuration = spark.sparkContext().broadcast(new SerializableConfiguration(spark.sparkContext()
			.hadoopConfiguration()), ClassTag$.MODULE$.apply(SerializableConfiguration.class));
		final Dataset<Row> parted = rows.repartition(partitions > 0 ? partitions : (int) Math.max(2, Math.min(100_000, rows.count() / 500)));
		parted.mapPartitions(new PartitionWork(List.copyOf(arguments), columns, out, configuration), Encoders.row(RESULT)).write().option("header", true).csv(results);
		final Dataset<Row> done = spark.read().option("header", true).schema(RESULT).csv(results);
		final long all = done.count(), failed = done.filter("status = 'failed'").count();
		System.out.println(all - failed + " done, " + failed + " failed");
		return failed == 0 ? 0 : 1;
	}

	private static List<String> columns(final String[] columns, final Set<String> known) {
		final List<String> names = new ArrayList<>(Arrays.stream(columns).map(column -> column.trim().toLowerCase(Locale.ROOT)).toList());
		if (!names.contains("file")) throw new BadInput("The table has no column \"file\"; its first row must name the columns.");
		names.removeAll(OWN);
		for (final String name : names) if (!known.contains(name)) {
			throw new BadInput("The column \"" + name + "\" is not known; there may be file, name, page, " + String.join(", ", known) + ".");
		}
		return names;
	}
}
