/** Who a face looks like: faces placed alike and without hair, the network that reads their identity, and how alike two of them are. */
package org.icportrait.identity;
