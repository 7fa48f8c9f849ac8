/** Between ImageJ and the core: {@code ImagePlus} to {@code Picture} and back, picture files, the mark of origin. No windows, no services. */
package org.icportrait.imagej;
