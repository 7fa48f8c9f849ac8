/** What the photograph does not show: noise, the bridge from geometry to a portrait, and the networks that cross it. */
package org.icportrait.generate;
