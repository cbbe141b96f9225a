/**
 * Bytes in, bytes out. In: a device's address. Out: bytes as they arrived, or a word on why not.
 * Knows nothing of what the bytes mean; read {@code wire} next.
 */
@NullMarked
package io.flatback.link;

import org.jspecify.annotations.NullMarked;
