package org.icportrait.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import org.icportrait.models.ModelDescription;
import org.icportrait.models.TensorDescription;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A network ready to run. Its input and output memory is made once and used by every run. Thread-safe: runs wait for each other,
 * as one run already uses all the threads there are (and CUDA needs it so). Close it; that waits for a run under way.
 */
public final class Model implements AutoCloseable {

	private static final int POLL_MILLISECONDS = 10;

	private final ModelDescription description;
	private final OrtSession session;
	private final TensorBuffers buffers;
	private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
	private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
	/** Everything native, to be closed last made, first closed. */
	private final Deque<AutoCloseable> natives = new ArrayDeque<>();
	private final ReentrantLock lock = new ReentrantLock();
	private boolean closed;

	private Model(final OrtEnvironment environment, final ModelDescription description, final OrtSession session) throws OrtException {
		this.description = description;
		this.session = session;
		natives.push(session);
		buffers = new TensorBuffers(Stream.concat(description.inputs().stream(), description.outputs().stream()).toList());
		for (final TensorDescription tensor : description.inputs()) inputs.put(tensor.name(), wrap(environment, tensor));
		for (final TensorDescription tensor : description.outputs()) outputs.put(tensor.name(), wrap(environment, tensor));
	}

	/** Throws {@link BadInput} with one sentence where the file cannot be run. */
	static Model load(final OrtEnvironment environment, final DeviceChoice choice, final ModelDescription description, final byte[] file) {
		try (OrtSession.SessionOptions options = Sessions.options(choice)) {
			final OrtSession session = environment.createSession(file, options);
			try {
				requireInterface(session, description);
				return new Model(environment, description, session);
			}
			catch (final OrtException | RuntimeException | OutOfMemoryError e) {
				session.close();
				throw e;
			}
		}
		catch (final OrtException e) {
			throw new BadInput("The model file " + description.file() + " cannot be loaded: " + Causes.brief(e.getMessage()) + ".", e);
		}
		catch (final OutOfMemoryError e) {
			throw new BadInput("There is not enough memory to load the model file " + description.file() + ".", e);
		}
	}

	public ModelDescription description() {
		return description;
	}

	/**
	 * Fills the inputs, runs, reads the outputs; nobody else uses the memory meanwhile.
	 *
	 * @param fill writes every input completely
	 * @param progress asked every few milliseconds, from the calling thread, whether to stop; the fraction is not reported
	 * @param read takes what it needs out of the outputs (copies: the memory is used again)
	 * @return what {@code read} returned
	 * @throws CancellationException when the user or an interrupt of the thread stopped it
	 * @throws BadInput where the run fails, e.g. for lack of memory
	 */
	public <T> T run(final Consumer<TensorBuffers> fill, final Progress progress, final Function<TensorBuffers, T> read) {
		acquire(progress);
		try {
			if (closed) throw new IllegalStateException("The model " + description.file() + " is closed.");
			fill.accept(buffers);
			execute(progress);
			return read.apply(buffers);
		}
		finally {
			lock.unlock();
		}
	}

	/** Frees all native memory; waits for a run under way. Closing again does nothing. */
	@Override
	public void close() {
		lock.lock();
		try {
			closed = true;
			while (!natives.isEmpty()) closeOne(natives.pop());
		}
		finally {
			lock.unlock();
		}
	}

	private void acquire(final Progress progress) {
		try {
			do {
				if (progress.isCancelled()) throw new CancellationException();
			}
			while (!lock.tryLock(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	private void execute(final Progress progress) {
		try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
			// Faults come as exceptions; a cancelled run is none and must not fill the console.
			options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			// A thread of its own: this one has to ask whether to stop.
			if (progress == Progress.NONE) runSession(options);
			else StoppableCall.call(() -> runSession(options), () -> terminate(options), progress, POLL_MILLISECONDS);
		}
		catch (final OrtException e) {
			throw new BadInput("The network " + description.file() + " could not be run: " + Causes.brief(e.getMessage()) +
				"; if memory is short, close other programs or choose the device cpu.", e);
		}
	}

	private void runSession(final OrtSession.RunOptions options) throws OrtException {
		session.run(inputs, Set.of(), outputs, options).close();
	}

	private static void terminate(final OrtSession.RunOptions options) {
		try {
			options.setTerminate(true);
		}
		catch (final OrtException e) {
			throw new IllegalStateException(e);
		}
	}

	private OnnxTensor wrap(final OrtEnvironment environment, final TensorDescription tensor) throws OrtException {
		final long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
		final OnnxTensor wrapped = OnnxTensor.createTensor(environment, buffers.buffer(tensor.name()), shape);
		natives.push(wrapped);
		return wrapped;
	}

	private static void closeOne(final AutoCloseable thing) {
		try {
			thing.close();
		}
		catch (final Exception e) {
			throw new IllegalStateException("Native memory could not be freed.", e);
		}
	}

	private static void requireInterface(final OrtSession session, final ModelDescription description) throws OrtException {
		requireSame(session.getInputInfo(), description.inputs(), description.file());
		requireSame(session.getOutputInfo(), description.outputs(), description.file());
	}

	private static void requireSame(final Map<String, NodeInfo> found, final List<TensorDescription> expected, final String file) {
		boolean same = found.size() == expected.size();
		for (final TensorDescription tensor : expected) same &= matches(found.get(tensor.name()), tensor);
		if (!same) {
			throw new BadInput("The model file " + file + " has the inputs or outputs " + found.keySet() + ", its manifest tells of " +
				expected.stream().map(TensorDescription::signature).toList() + ".");
		}
	}

	private static boolean matches(final NodeInfo found, final TensorDescription expected) {
		if (found == null || !(found.getInfo() instanceof TensorInfo info)) return false;
		final long[] shape = expected.shape().stream().mapToLong(Integer::longValue).toArray();
		return info.type == OnnxJavaType.FLOAT && Arrays.equals(info.getShape(), shape);
	}
}
