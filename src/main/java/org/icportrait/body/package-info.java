/** What closes the body below a head when it turns: shoulders as wide as seen, a back, cloth where cloth is seen. Geometry alone. */
package org.icportrait.body;
