/** How what was generated is laid over what geometry shows, in its colours and its light, outline, skin, strands and texture joined. */
package org.icportrait.finish;
