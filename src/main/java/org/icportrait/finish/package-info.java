/** How what was generated is laid over what geometry shows: its outline, skin and ears in the photograph's tone and light, hair with strands, grain and the texture of seen skin. */
package org.icportrait.finish;
