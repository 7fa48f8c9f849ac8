/** Seeing the head from elsewhere: maps at picture resolution, rasteriser, warp, correspondence. */
package org.icportrait.view;
