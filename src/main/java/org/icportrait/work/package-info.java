/** How work goes on and ends: progress and cancel, what the user can mend, what only we or the machine can. Knows nothing else. */
package org.icportrait.work;
