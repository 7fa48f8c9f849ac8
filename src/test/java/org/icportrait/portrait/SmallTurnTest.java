package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small is a turn that brings next to nothing into view, whichever way it goes and wherever it begins: roll brings nothing. */
class SmallTurnTest {

	@ParameterizedTest
	@CsvSource({ "17.5,0,0,true", "-17.5,0,0,true", "0,17.5,0,true", "18.5,0,0,false", "0,-18.5,0,false", "14,14,0,false", "0,0,29,true", "0,0,-29,true", "0,0,31,false",
		"16,0,20,true", "16,0,28,false" })
	void smallIsWhatBringsNothingIntoView(final double yaw, final double pitch, final double roll, final boolean small) {
		for (final Pose from : new Pose[] { Pose.FRONTAL, new Pose(0, 0, 20) }) {
			final Rotation before = from.toRotation();
			assertEquals(small, TurnedPortrait.isSmall(before, new Pose(yaw, pitch, roll + from.roll()).toRotation()), from.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "30,0,40,30", "0,-20,-35,20", "0,0,90,0", "180,0,0,180" })
	void sightIsTheAngleBetweenTheSidesThatAreShown(final double yaw, final double pitch, final double roll, final double degrees) {
		assertEquals(degrees, Rotation.IDENTITY.degreesOfSight(new Pose(yaw, pitch, roll).toRotation()), 1e-4);
	}
}
