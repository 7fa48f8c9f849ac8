/** What strangers may hand us, taken at its worst: a corpus made by a program, replayed by the tests. */
package org.icportrait.fuzz;
