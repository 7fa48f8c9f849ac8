package org.icportrait.studio;

import java.awt.image.BufferedImage;

/**
 * One rendered picture.
 *
 * @param state that it shows
 * @param picture sRGB
 * @param knowledge what the view knows of the person; null where nobody asked
 * @param perSecond pictures a second at this pace; 0 for one that was made thoroughly
 */
record Frame(StudioState state, BufferedImage picture, Knowledge knowledge, double perSecond) {}
