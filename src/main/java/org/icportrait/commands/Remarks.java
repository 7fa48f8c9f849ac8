package org.icportrait.commands;

import ij.IJ;

import org.icportrait.portrait.Provenance;

/** Tells what people should know of the photographs of a result: two persons given for one, a face chosen among several; and of what was asked for in vain. */
final class Remarks {

	private Remarks() {}

	/** Says to the log what a result's origin remarks, where it does; nothing waits for an answer. @param command that made it, as menus call it */
	static void give(final String command, final Provenance origin) {
		for (final String name : Provenance.REMARKS) tell(command, origin, name);
		tell(command, origin, Provenance.IDLE);
	}

	private static void tell(final String command, final Provenance origin, final String name) {
		if (origin.facts().get(name) instanceof String remark) IJ.log(command + ": " + remark + ".");
	}
}
