/** Public operations as SciJava Ops: static methods that the build lists in {@code ops.yaml}; nothing here depends on SciJava at run time. */
package org.icportrait.ops;
