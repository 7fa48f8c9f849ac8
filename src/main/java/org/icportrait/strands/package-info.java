/** Hair in a frame: where it grows, hangs and lies, and its strands where no photograph shows any. */
package org.icportrait.strands;
