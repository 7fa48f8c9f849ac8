package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.icportrait.geometry.Pose;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.turn.Turn;
import org.junit.jupiter.api.Test;

/** What is wished for, without a window. */
class StudioStateTest {

	@Test
	void theFirstTurnBeginsWhereThePhotographShowsTheHead() {
		final StudioState state = StudioState.UNCHANGED.turnedBy(new Pose(12.34, -3, 1), 10, 0, 0);
		assertEquals(22.3, state.yaw(), 1e-9);
		assertEquals(-3, state.pitch(), 1e-9);
		assertEquals(27.3, state.turnedBy(new Pose(12.34, -3, 1), 5, 0, 0).yaw(), 1e-9);
	}

	@Test
	void anglesStayWithinTheRangeOfViews() {
		final StudioState state = StudioState.UNCHANGED.lookingTo(500, -500, 90);
		assertEquals(90, state.yaw());
		assertEquals(-40, state.pitch());
		assertEquals(45, state.roll());
	}

	@Test
	void unturnedKeepsThePhotographsOwnView() {
		final StudioState state = StudioState.UNCHANGED.lookingTo(30, 5, 0).unturned();
		assertEquals(PoseChoice.KEEP, state.scene().pose());
		assertEquals("change", state.inputs().get("pose"));
		assertEquals(0.0, state.inputs().get("yaw"));
	}

	@Test
	void aDraggedLampIsTheLightDirection() {
		final StudioState state = StudioState.UNCHANGED.litFrom(31.4, -12.6);
		assertEquals("direction", state.light());
		assertEquals(31, state.azimuth());
		assertEquals(-13, state.elevation());
	}

	@Test
	void theSceneIsWhatTheInputsSay() {
		assertNull(StudioState.UNCHANGED.scene().light());
		final StudioState state = StudioState.UNCHANGED.lookingTo(20, 5, -3).turning("bust").lit("key left");
		assertEquals(PoseChoice.absolute(20, 5, -3), state.scene().pose());
		assertEquals(Turn.BUST, state.scene().turn());
		assertEquals("absolute", state.inputs().get("pose"));
		assertEquals("bust", state.inputs().get("turn"));
		assertEquals("key left", state.inputs().get("light"));
	}

	@Test
	void theMethodIsForGenerateAlone() {
		assertEquals("automatic", StudioState.UNCHANGED.inputs().get("method"));
		final StudioState state = StudioState.UNCHANGED.madeBy("in-context").lookingTo(20, 0, 0).lit("key left").turning("bust").litFrom(3, 4).litLike(2, 1).unturned();
		assertEquals("in-context", state.inputs().get("method"), "whatever else is wished for");
		assertNull(state.scene().generation(), "what is looked at is geometric");
	}

	@Test
	void numbersAreThoseThatAMacroLineCanHold() {
		final StudioState state = StudioState.UNCHANGED.lookingTo(1.0 / 3, -0.04, 0).litLike(1.02, 0.333);
		assertEquals("0.3", String.valueOf(state.yaw()));
		assertEquals("0.0", String.valueOf(state.pitch()), "and never -0.0");
		assertEquals(1.0, state.strength());
		assertEquals(0.35, state.hardness(), 1e-12);
	}
}
