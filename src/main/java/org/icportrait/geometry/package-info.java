/** Rotations, poses, cameras, areas, grids in head space and functions on the sphere: values, immutable, without pictures. */
package org.icportrait.geometry;
