/**
 * Files to readings and back: recording CSV, raw logs, and the link that plays a file as if it were a
 * sensor. In: a path. Out: the same {@link io.flatback.signal.SignalEvent}s a live sensor gives.
 */
@NullMarked
package io.flatback.recording;

import org.jspecify.annotations.NullMarked;
