/** Light on a head: spherical harmonics, lamps with cast shadows, estimation, masking and stitching, relighting. */
package org.icportrait.light;
