/** What was read of a head on one grid: a reading and the wider one around it joined, smooth beyond the matte, the matte at the picture's resolution. */
package org.icportrait.maps;
