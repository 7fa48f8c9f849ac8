/** Portraits on Apache Spark: rows of a table over many machines, files by URI. In the profile {@code spark} alone. */
package org.icportrait.cluster;
