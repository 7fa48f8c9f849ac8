/** Pictures on disk: read by what is in them, whatever they are called, and written whole, with their origin inside. */
package org.icportrait.files;
