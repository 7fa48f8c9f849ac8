package org.icportrait.view;

/** How finely a view is drawn; what it shows, and in what light, is the same. */
public enum Detail {
	/** for pictures that are looked at while something moves: a coarser mesh, read between pixels linearly, edges not smoothed */
	DRAFT,
	/** for pictures that are kept */
	FULL
}
