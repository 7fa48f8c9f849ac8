/** Grain, sharpness, the pores of seen skin and the coils of seen hair, measured where the photograph shows them and continued where it shows nothing. */
package org.icportrait.texture;
