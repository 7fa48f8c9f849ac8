/** The command line: files or a folder in, pictures and sidecars out, exit codes 0 done, 1 some failed, 2 usage. */
package org.icportrait.batch;
