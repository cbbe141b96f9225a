/**
 * Bytes to messages and back. In: bytes in chunks of any size. Out: {@code WireMessage}s, and
 * {@code WireFault}s for what was not one: bad bytes are facts here, never exceptions. Read {@code
 * signal} next.
 */
@NullMarked
package io.flatback.wire;

import org.jspecify.annotations.NullMarked;
