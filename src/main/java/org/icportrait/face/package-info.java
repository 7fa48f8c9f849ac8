/** Finding faces and reading one: box, surface, pose, landmarks, mesh. */
package org.icportrait.face;
