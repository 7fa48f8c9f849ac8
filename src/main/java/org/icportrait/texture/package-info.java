/** Grain, sharpness and the pores of seen skin, measured where the photograph shows them and continued where it shows nothing. */
package org.icportrait.texture;
