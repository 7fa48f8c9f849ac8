package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine that all share, while it is replaced. */
@Timeout(120)
class PortraitServiceTest {

	private final PortraitService service = CommandPlugIn.context().service(PortraitService.class);
	private final Picture picture = Photograph.of(EggHead.one()).picture();

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
	}

	private int faces(final PortraitEngine engine) {
		return engine.findFaces(picture, Progress.NONE).size();
	}

	@Test
	void anEngineThatIsReplacedStaysOpenUntilItsWorkIsDone() {
		final PortraitEngine old = service.withEngine(engine -> {
			EggHead.useInCommands();
			assertEquals(1, faces(engine), "still open");
			return engine;
		});
		assertNotSame(old, service.withEngine(engine -> engine));
		assertThrows(RuntimeException.class, () -> faces(old), "closed after its work");
	}

	@Test
	void itIsClosedAfterTheLastOfSeveral() {
		final PortraitEngine old = service.withEngine(outer -> service.withEngine(inner -> {
			assertSame(outer, inner);
			EggHead.useInCommands();
			return inner;
		}));
		assertThrows(RuntimeException.class, () -> faces(old));
		assertEquals(1, service.<Integer>withEngine(this::faces));
	}

	@Test
	void workThatThrowsGivesItBack() {
		final PortraitEngine[] old = new PortraitEngine[1];
		assertThrows(IllegalStateException.class, () -> service.withEngine(engine -> {
			old[0] = engine;
			throw new IllegalStateException();
		}));
		EggHead.useInCommands();
		assertThrows(RuntimeException.class, () -> faces(old[0]));
	}

	@Test
	void commandsRunWhileTheEngineIsReplaced() {
		final AtomicBoolean stop = new AtomicBoolean();
		final AtomicInteger done = new AtomicInteger();
		final List<CompletableFuture<Void>> commands = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			commands.add(CompletableFuture.runAsync(() -> {
				while (!stop.get() || done.get() < 10) {
					assertEquals(1, service.<Integer>withEngine(this::faces));
					done.incrementAndGet();
				}
			}, work -> new Thread(work).start()));
		}
		for (int i = 0; i < 8; i++) EggHead.useInCommands();
		stop.set(true);
		commands.forEach(CompletableFuture::join);
		assertTrue(done.get() >= 10);
	}
}
