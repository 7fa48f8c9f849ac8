/** A person seen from somewhere: for each pixel which place of which photograph it shows and how surely; any layer is carried there, and composed last. */
package org.icportrait.view;
