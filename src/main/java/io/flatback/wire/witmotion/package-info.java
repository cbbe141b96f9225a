/**
 * What WitMotion's sensors send and hear: eleven-byte frames with a sum over a cable, twenty-byte frames
 * without one over Bluetooth. In: bytes. Out: {@link io.flatback.wire.witmotion.WitEvent}s. Read {@code
 * signal.WitMotionSignalDecoder} next.
 */
@NullMarked
package io.flatback.wire.witmotion;

import org.jspecify.annotations.NullMarked;
