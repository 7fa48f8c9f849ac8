/** Pictures and colour: the little that every other room stands on. */
package org.icportrait.image;
