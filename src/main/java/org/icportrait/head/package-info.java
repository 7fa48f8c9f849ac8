/** One head as geometry alone: its maps, its mesh, its matte, made ready to be turned. Colour is not known here, but for the edge of the matte. */
package org.icportrait.head;
