package org.icportrait.commands;

import ij.IJ;

import org.icportrait.portrait.Provenance;

/** Warns of photographs of two persons that were given for one's. */
final class LikenessWarning {

	private LikenessWarning() {}

	/** Says to the log what a result's origin doubts, where it does. @param command that made it, as menus call it */
	static void give(final String command, final Provenance origin) {
		if (origin.facts().get(Provenance.DOUBT) instanceof String doubt) IJ.log(command + ": " + doubt + ".");
	}
}
