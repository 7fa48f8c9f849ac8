package org.icportrait.finish;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.view.View;

/**
 * A portrait as geometry and light made it, over which is laid what was generated, and how surely each of its pixels is known. Live; nothing of it is to be changed.
 *
 * @param view of the person
 * @param known what {@link View#known} says
 * @param picture linear RGB, the whole picture
 * @param condition that is generated from
 * @param photographs linear RGB, one for each source of the view, without what is held before the heads
 * @param heads as each photograph shows them, one of each: hair may stand out where they all look at its other side
 */
public record GeometricPortrait(View view, Picture known, Picture picture, Condition condition, List<Picture> photographs, List<PreparedHead> heads) {}
