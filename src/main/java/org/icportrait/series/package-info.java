/**
 * One person over many views and lights: the plan as plain data, sets of stimuli that people know by name, the run cell by cell on a
 * person who is read once, what is measured of each cell, and the whole as a hyperstack or a sheet.
 */
package org.icportrait.series;
