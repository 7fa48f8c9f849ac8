package org.icportrait.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.icportrait.models.ModelDescription;
import org.icportrait.models.TensorDescription;
import org.icportrait.models.TensorSpec;
import org.icportrait.work.Progress;

/** The networks that src/test/python/make_networks.py makes for the tests of sessions, and how to run them. */
final class TestNetworks {

	/** sum = left + right, double = 2 left. */
	static final ModelDescription ADD = describe("add.onnx", "left float32 [1, 2, 3]; right float32 [1, 2, 3]",
		"sum float32 [1, 2, 3]; double float32 [1, 2, 3]");
	/** The same of any size. */
	static final ModelDescription ANY_SIZE = describe("any_size.onnx", "left float32 [1, height, width]; right float32 [1, height, width]",
		"sum float32 [1, height, width]");
	/** Doubles a number by counting. */
	static final ModelDescription COUNT = describe("count.onnx", "input float32 [1]", "output float32 [1]");
	/** 0 to 10 and 1 to 20; fails otherwise. */
	static final ModelDescription PICK = describe("pick.onnx", "input float32 [1]", "output float32 [1]");

	private TestNetworks() {}

	/** Tensors as {@link TensorSpec#parse} takes them, with semicolons between. */
	static ModelDescription describe(final String file, final String inputs, final String outputs) {
		return new ModelDescription(file, "", 0, tensors(inputs), tensors(outputs), Map.of());
	}

	static Network load(final ModelDescription description) {
		try (InputStream stream = TestNetworks.class.getResourceAsStream(description.file())) {
			return load(description, direct(stream.readAllBytes()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Network load(final ModelDescription description, final ByteBuffer file) {
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		return Network.load(runtime.environment(), runtime.choice(), description, file);
	}

	static ByteBuffer direct(final byte[] content) {
		return ByteBuffer.allocateDirect(content.length).put(content).flip();
	}

	/** Runs a network of one number. */
	static float run(final Network network, final float input, final Progress progress) {
		final Tensor in = Tensor.floats(1), out = Tensor.floats(1);
		in.buffer().put(input);
		network.run(Map.of("input", in), Map.of("output", out), progress);
		return out.buffer().get(0);
	}

	/** A tensor of 1 x 2 x 3. */
	static Tensor vector(final float... numbers) {
		final Tensor tensor = Tensor.floats(1, 2, 3);
		tensor.buffer().put(numbers);
		return tensor;
	}

	static Progress progress(final BooleanSupplier cancelled) {
		return new Progress() {

			@Override
			public boolean isCancelled() {
				return cancelled.getAsBoolean();
			}
		};
	}

	private static List<TensorDescription> tensors(final String texts) {
		return Arrays.stream(texts.split("; ")).map(TensorSpec::parse).map(spec -> new TensorDescription(spec.name(), spec.type(), spec.shape(), List.of(),
			"", "")).toList();
	}
}
