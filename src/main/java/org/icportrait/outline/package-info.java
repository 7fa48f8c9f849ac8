/** Where in a frame a person ends: how far what was generated may reach, as soft and as frayed as hair is seen to end, without what lies behind it. */
package org.icportrait.outline;
