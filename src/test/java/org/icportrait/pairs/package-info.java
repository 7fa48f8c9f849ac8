/** Training pairs of the generator, made by the plugin itself; {@link org.icportrait.pairs.WritePairs} writes them. */
package org.icportrait.pairs;
