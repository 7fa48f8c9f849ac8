/** The whole way from a photograph to a new view in a new light, and the one facade for scripts: {@link org.icportrait.portrait.PortraitEngine}. */
package org.icportrait.portrait;
