/** Draws triangles: the nearest surfaces at each pixel of a picture, and which of several sights a pixel shows. */
package org.icportrait.raster;
