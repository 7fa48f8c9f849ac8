/** A photograph parted into the person and what lies behind, each without the other; and how such layers, of colour or of anything else, are read. */
package org.icportrait.layers;
