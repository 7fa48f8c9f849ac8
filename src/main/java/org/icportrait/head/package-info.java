/** One head of a photograph as geometry alone: its mesh, its symmetry, what closes it behind, what is held before it, made ready to be turned. */
package org.icportrait.head;
