/**
 * Messages to readings on one time line. In: messages with device and arrival times. Out: {@link
 * io.flatback.signal.Sample}s in SI units in the sensor's own frame, and a {@link
 * io.flatback.signal.Gap} wherever nothing was seen. Read {@code recording}, then {@code motion}.
 */
@NullMarked
package io.flatback.signal;

import org.jspecify.annotations.NullMarked;
