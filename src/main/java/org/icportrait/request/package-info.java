/**
 * What is asked for, as plain data: the words and numbers of dialogs, macros, the command line and sidecars, checked, and the one place
 * where they become objects of {@code portrait}.
 */
package org.icportrait.request;
