/**
 * Calibration by guidance: stand still, hinge slowly three times. In: one sensor's readings over that
 * stretch. Out: how the sensor sits, its errors as far as they show, and the wearer's own hinge; or why not.
 * Begin with {@link io.flatback.motion.guided.GuidedCalibration}.
 */
@NullMarked
package io.flatback.motion.guided;

import org.jspecify.annotations.NullMarked;
