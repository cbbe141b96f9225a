/**
 * Readings to posture. In: samples in the sensor's frame. Out: earth's up-direction in that frame, the
 * mounting of the sensor on the body, and from both the angles of the back. Read {@code lift} next.
 */
@NullMarked
package io.flatback.motion;

import org.jspecify.annotations.NullMarked;
