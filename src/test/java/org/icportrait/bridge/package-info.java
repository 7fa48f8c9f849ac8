/**
 * Stands in for ImageJ2 in tests and in the development window: what Fiji's imagej-legacy does between ImageJ macros and SciJava
 * commands, with plain ImageJ from Maven Central. Never part of the jar.
 */
package org.icportrait.bridge;
