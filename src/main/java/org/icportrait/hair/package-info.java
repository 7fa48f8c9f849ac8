/** Where a photograph shows hair, how thick it lies and where it hangs, told from skin, cloth and what lies behind. Geometry and mattes alone. */
package org.icportrait.hair;
