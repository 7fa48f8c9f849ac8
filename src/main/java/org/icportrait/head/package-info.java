/** One head of a photograph as geometry alone: its maps, its mesh, its matte, the hair about it, made ready to be turned. Colour is not known here, but for the edge of the matte. */
package org.icportrait.head;
