/** Windows that ask for a module's inputs: headings, fields that know when they are of no use, reset, help. It knows no command. */
package org.icportrait.dialogs;
