/** The statistical head (a 3D morphable model): its mesh, its directions of identity and expression, and how it is fitted to what was read of a photograph. */
package org.icportrait.morphable;
