/**
 * Calibration of an accelerometer by gravity: lay the sensor still on its six faces. In: readings. Out: what
 * its readings are put right by, or why not. Begin with {@link io.flatback.motion.faces.FaceCalibration}.
 */
@NullMarked
package io.flatback.motion.faces;

import org.jspecify.annotations.NullMarked;
