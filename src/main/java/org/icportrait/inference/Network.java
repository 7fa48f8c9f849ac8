package org.icportrait.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import org.icportrait.models.ModelDescription;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.icportrait.work.Progress;
import org.icportrait.work.Waiting;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network ready to run, which knows nothing of what it is for. Thread-safe: on the CPU runs of different callers go on at once,
 * each in its own tensors; on CUDA they wait for each other. Close it; that waits for the runs under way.
 */
public final class Network implements AutoCloseable {

	private static final int POLL_MILLISECONDS = 10;
	/** What ONNX Runtime says where the machine is at fault, not the file. */
	private static final EnumSet<OrtException.OrtErrorCode> FAULTS_OF_THE_MACHINE = EnumSet.of(OrtException.OrtErrorCode.ORT_RUNTIME_EXCEPTION,
		OrtException.OrtErrorCode.ORT_EP_FAIL);

	private final OrtEnvironment environment;
	private final ModelDescription description;
	private final OrtSession session;
	private final GraphCheck check;
	/** Read by runs, written by closing. */
	private final ReadWriteLock open = new ReentrantReadWriteLock();
	/** Null where runs need not take turns. */
	private final Lock turn;
	private boolean closed;

	private Network(final OrtEnvironment environment, final ModelDescription description, final OrtSession session, final boolean inTurns) {
		this.environment = environment;
		this.description = description;
		this.session = session;
		check = new GraphCheck(description);
		turn = inTurns ? new ReentrantLock() : null;
	}

	/**
	 * @param file direct, the ONNX file; not needed afterwards
	 * @throws BadInput where it is no network that ONNX Runtime can run, or not what the description says
	 * @throws Fault where the machine cannot, for lack of memory, say
	 */
	static Network load(final OrtEnvironment environment, final DeviceChoice choice, final ModelDescription description, final ByteBuffer file) {
		try (OrtSession.SessionOptions options = Sessions.options(choice)) {
			final OrtSession session = environment.createSession(file, options);
			try {
				GraphCheck.requireAsDescribed(session, description);
				return new Network(environment, description, session, choice.used() == Device.CUDA);
			}
			catch (final OrtException | RuntimeException e) {
				session.close();
				throw e;
			}
		}
		catch (final OrtException e) {
			final String sentence = "The model file " + description.file() + " cannot be loaded: " + Causes.brief(e.getMessage()) + ".";
			if (FAULTS_OF_THE_MACHINE.contains(e.getCode())) throw new Fault(sentence, e);
			throw new BadInput(sentence, e);
		}
	}

	public ModelDescription description() {
		return description;
	}

	/**
	 * Runs once. The tensors are the caller's: none may be used elsewhere until this returns, and none may stand in both maps.
	 *
	 * @param in every input, filled; of the shapes of the description, axes of one name of one length
	 * @param out the outputs that are wanted, written over completely; any others are not computed to an end or thrown away
	 * @param progress asked every few milliseconds, from the calling thread, whether to stop; the fraction is not reported
	 * @throws CancellationException when the user or an interrupt of the thread stopped it; the outputs hold nothing of meaning then
	 * @throws Fault where the run fails, e.g. for lack of memory
	 * @throws IllegalArgumentException where tensors are missing, unknown or of another shape
	 * @throws IllegalStateException where the network is closed
	 */
	public void run(final Map<String, Tensor> in, final Map<String, Tensor> out, final Progress progress) {
		check.requireTensors(in, out);
		Waiting.acquire(open.readLock(), progress);
		try {
			if (closed) throw new IllegalStateException("The network " + description.file() + " is closed.");
			if (turn == null) execute(in, out, progress);
			else executeInTurn(in, out, progress);
		}
		finally {
			open.readLock().unlock();
		}
	}

	/** Frees all native memory; waits for the runs under way. Closing again does nothing. */
	@Override
	public void close() {
		open.writeLock().lock();
		try {
			if (!closed) session.close();
			closed = true;
		}
		catch (final OrtException e) {
			throw new Fault("The network " + description.file() + " could not be closed: " + Causes.brief(e.getMessage()) + ".", e);
		}
		finally {
			open.writeLock().unlock();
		}
	}

	private void executeInTurn(final Map<String, Tensor> in, final Map<String, Tensor> out, final Progress progress) {
		Waiting.acquire(turn, progress);
		try {
			execute(in, out, progress);
		}
		finally {
			turn.unlock();
		}
	}

	private void execute(final Map<String, Tensor> in, final Map<String, Tensor> out, final Progress progress) {
		final Map<String, OnnxTensor> inputs = new HashMap<>();
		final Map<String, OnnxTensor> outputs = new HashMap<>();
		try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
			// Faults come as exceptions; a cancelled run is none and must not fill the console.
			options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			wrap(in, inputs);
			wrap(out, outputs);
			// A thread of its own: this one has to ask whether to stop.
			if (progress == Progress.NONE) runSession(inputs, outputs, options);
			else StoppableCall.call(() -> runSession(inputs, outputs, options), () -> terminate(options), progress, POLL_MILLISECONDS);
		}
		catch (final OrtException e) {
			throw new Fault("The network " + description.file() + " could not be run: " + Causes.brief(e.getMessage()) +
				"; if memory is short, close other programs or choose the device cpu.", e);
		}
		finally {
			inputs.values().forEach(OnnxTensor::close);
			outputs.values().forEach(OnnxTensor::close);
		}
	}

	private void wrap(final Map<String, Tensor> tensors, final Map<String, OnnxTensor> wrapped) throws OrtException {
		for (final Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
			wrapped.put(tensor.getKey(), OnnxTensor.createTensor(environment, tensor.getValue().buffer(), tensor.getValue().shape()));
		}
	}

	private void runSession(final Map<String, OnnxTensor> in, final Map<String, OnnxTensor> out, final OrtSession.RunOptions options) throws OrtException {
		session.run(in, Set.of(), out, options).close();
	}

	private static void terminate(final OrtSession.RunOptions options) {
		try {
			options.setTerminate(true);
		}
		catch (final OrtException e) {
			throw new IllegalStateException(e);
		}
	}
}
