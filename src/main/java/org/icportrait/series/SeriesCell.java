package org.icportrait.series;

import org.icportrait.portrait.PortraitResult;
import org.icportrait.request.PortraitRequest;

/**
 * One picture of a series as it was made.
 *
 * @param view its number, from 0
 * @param light its number, from 0
 * @param request what makes it again alone
 * @param result the picture and where it comes from
 * @param figures what it is worth, or null where nothing is measured
 */
public record SeriesCell(int view, int light, PortraitRequest request, PortraitResult result, CellFigures figures) {}
