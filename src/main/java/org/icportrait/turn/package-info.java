/** How a head turns on its shoulders: how much of the turn each place takes part in, and where the surfaces of head and body stand then. */
package org.icportrait.turn;
