package org.icportrait.studio;

import java.awt.image.BufferedImage;

/**
 * One rendered picture.
 *
 * @param state that it shows
 * @param picture sRGB
 * @param knowledge what the view knows of the person; null where nobody asked
 * @param thorough whether it was made at the size of a screen
 * @param perSecond pictures a second at the pace of the last quick ones; 0 where that is not known
 */
record Frame(StudioState state, BufferedImage picture, Knowledge knowledge, boolean thorough, double perSecond) {}
