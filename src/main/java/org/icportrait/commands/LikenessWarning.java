package org.icportrait.commands;

import ij.IJ;

import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Provenance;

/** Warns of photographs of two persons that were given for one's. */
final class LikenessWarning {

	private LikenessWarning() {}

	/** Says to the log what the result's origin doubts, where it does. */
	static void give(final String command, final PortraitResult result) {
		if (result.provenance().facts().get(Provenance.DOUBT) instanceof String doubt) IJ.log(command + ": " + doubt + ".");
	}
}
