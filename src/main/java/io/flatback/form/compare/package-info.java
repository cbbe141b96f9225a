/**
 * Two sets held against each other at matched phase. In: the angle of each rep at the same parts of its ascent. Out:
 * by how much one set differs from the other, with the uncertainty of that. Read {@link
 * io.flatback.form.compare.CurveShift}.
 */
@NullMarked
package io.flatback.form.compare;

import org.jspecify.annotations.NullMarked;
