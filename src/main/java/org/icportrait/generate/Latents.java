package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

import org.icportrait.inference.Network;
import org.icportrait.inference.Tensor;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * What the denoiser works on: pictures, or what a pack's {@code encoder} makes of them and its {@code decoder} makes pictures of again. The
 * sizes are the pack's; maps come to the denoiser at the size of its latents. Thread-safe. Close it.
 */
final class Latents implements AutoCloseable {

	private static final int COLOURS = 3;
	/** Of the maps: the one that says where the others count. */
	private static final int COVERED = 1;
	private static final float MOSTLY = 0.5f;

	/** Both null where the denoiser works on pictures. */
	private final Network encoder;
	private final Network decoder;
	private final long[] latent;
	private final int side;

	private Latents(final Network encoder, final Network decoder, final long[] latent) {
		this.encoder = encoder;
		this.decoder = decoder;
		this.latent = latent;
		side = (int) (encoder == null ? latent : encoder.description().fixedShape("picture"))[3];
	}

	/**
	 * @param encoder null for none, as {@code decoder}; both stay open where this throws
	 * @param state shape of the denoiser's
	 * @throws BadInput where they do not fit each other
	 */
	static Latents of(final String pack, final Network encoder, final Network decoder, final long[] state) {
		if (encoder == null != (decoder == null)) throw new BadInput("The model pack " + pack + " holds only one of the networks 'encoder' and 'decoder'.");
		if (encoder == null) {
			if (state[1] == COLOURS) return new Latents(null, null, state);
			throw new BadInput("The denoiser of the model pack " + pack + " works on " + state[1] + " channels, and the networks 'encoder' and 'decoder' are missing.");
		}
		final long[] coded = encoder.description().fixedShape("latent"), decoded = decoder.description().fixedShape("latent");
		final long whole = encoder.description().fixedShape("picture")[3];
		if (!Arrays.equals(coded, state) || !Arrays.equals(decoded, state) || decoder.description().fixedShape("picture")[3] != whole) {
			throw new BadInput("The networks 'encoder', 'decoder' and 'denoiser' of the model pack " + pack + " do not fit each other.");
		}
		if (whole % state[3] != 0) {
			throw new BadInput("The pictures of the model pack " + pack + " are " + whole + " pixels wide, which its latents of " + state[3] + " do not divide.");
		}
		return new Latents(encoder, decoder, state);
	}

	/** Side of the pictures, pixels. */
	int side() {
		return side;
	}

	/** What the denoiser begins with. */
	Tensor encoded(final Tensor picture, final Progress progress) {
		if (encoder == null) return picture;
		final Tensor out = Tensor.floats(latent);
		encoder.run(Map.of("picture", picture), Map.of("latent", out), progress);
		return out;
	}

	/** The picture of what it ends with. */
	Tensor decoded(final Tensor state, final Progress progress) {
		if (decoder == null) return state;
		final Tensor out = Tensor.floats(1, COLOURS, side, side);
		decoder.run(Map.of("latent", state), Map.of("picture", out), progress);
		return out;
	}

	/** Maps over the picture at the size of the latents: means over what is covered, where at least half is. */
	Tensor shrunk(final Tensor maps) {
		if (encoder == null) return maps;
		final int rows = (int) latent[3], block = side / rows, channels = (int) maps.shape()[1];
		final Tensor out = Tensor.floats(1, channels, rows, rows);
		for (int i = 0; i < rows * rows; i++) shrink(maps.buffer(), out.buffer(), i % rows, i / rows, block, channels);
		return out;
	}

	private void shrink(final FloatBuffer maps, final FloatBuffer out, final int x, final int y, final int block, final int channels) {
		final int rows = side / block, n = side * side;
		float covered = 0;
		for (int k = 0; k < block * block; k++) covered += maps.get(COVERED * n + (y * block + k / block) * side + x * block + k % block);
		if (covered < MOSTLY * block * block) return;
		for (int c = 0; c < channels; c++) {
			float sum = 0;
			for (int k = 0; k < block * block; k++) sum += maps.get(c * n + (y * block + k / block) * side + x * block + k % block);
			out.put((c * rows + y) * rows + x, sum / covered);
		}
	}

	@Override
	public void close() {
		if (encoder != null) encoder.close();
		if (decoder != null) decoder.close();
	}
}
