package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Six people in a row, each of them near enough to be read as the others' neighbour. */
class PictureHeadsTest {

	private static final Picture PICTURE = new Picture(1300, 500, 3);
	private static final List<FoundFace> SIX = row(null);

	private final AtomicInteger read = new AtomicInteger(), widened = new AtomicInteger();
	private final PictureHeads heads = new PictureHeads(PICTURE, (small, progress) -> SIX, this::look, (reading, progress) -> {
		widened.incrementAndGet();
		return reading;
	});

	private static List<FoundFace> row(final HeadReading known) {
		final List<FoundFace> faces = IntStream.range(0, 6).mapToObj(i -> new FoundFace(new FaceBox(300 + 140 * i, 250, 200, 0, 1), known)).toList();
		return faces.stream().map(face -> face.among(faces)).toList();
	}

	private HeadReading look(final FaceBox box, final Progress progress) {
		read.incrementAndGet();
		return Heads.sphere();
	}

	@Test
	void eachHeadIsReadOnce() {
		SIX.forEach(face -> heads.read(face, Progress.NONE));
		assertEquals(6, read.get(), "readings");
		assertEquals(6, widened.get(), "wider looks");
		assertEquals(6, heads.count(), "heads that are kept");
	}

	@Test
	void soItIsByManyThreads() {
		SIX.parallelStream().forEach(face -> heads.read(face, Progress.NONE));
		assertEquals(6, read.get(), "readings");
	}

	@Test
	void whatTheFinderReadIsNotReadAgain() {
		row(Heads.sphere()).forEach(face -> heads.read(face, Progress.NONE));
		assertEquals(0, read.get(), "readings");
	}

	/** To the bit what is read of one alone, in whatever order. */
	@Test
	void theOrderDoesNotCount() {
		final List<HeadReading> forwards = SIX.stream().map(face -> heads.read(face, Progress.NONE)).toList();
		for (int i = 5; i >= 0; i--) {
			final PictureHeads fresh = new PictureHeads(PICTURE, (small, progress) -> SIX, this::look, (reading, progress) -> reading);
			assertArrayEquals(fresh.read(SIX.get(i), Progress.NONE).matte().data(), forwards.get(i).matte().data());
		}
	}

	/** Somebody who is cut or too small counts where the finder saw him, as nobody's matte. */
	@Test
	void aNeighbourWhoCannotBeReadKeepsNobodyFromBeingRead() {
		final List<FaceBox> asked = new ArrayList<>();
		final PictureHeads cut = new PictureHeads(PICTURE, (small, progress) -> SIX, (box, progress) -> {
			asked.add(box);
			if (box.equals(SIX.get(0).box())) return Heads.sphere();
			throw new BadInput("cut");
		}, (reading, progress) -> reading);
		assertEquals(1, cut.read(SIX.get(0), Progress.NONE).confidence());
		assertSame(SIX.get(0).box(), asked.get(0));
	}

	@Test
	void facesAreLookedForOnce() {
		final List<Boolean> looks = new ArrayList<>();
		final PictureHeads once = new PictureHeads(PICTURE, (small, progress) -> {
			looks.add(small);
			return SIX;
		}, this::look, (reading, progress) -> reading);
		for (int i = 0; i < 3; i++) for (final boolean small : new boolean[] { false, true }) assertSame(SIX, once.find(small, Progress.NONE));
		assertEquals(List.of(false, true), looks);
	}
}
