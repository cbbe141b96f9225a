/**
 * Posture to repetitions. In: angles of the back over time. Out: reps with their events and metrics,
 * and every candidate that was turned down, with the reason. Read {@code form} next.
 */
@NullMarked
package io.flatback.lift;

import org.jspecify.annotations.NullMarked;
