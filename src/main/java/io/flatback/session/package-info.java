/**
 * The main path, from reading to event: {@code Pipeline}. Around it the supervisor of a live sensor and
 * the second look at a whole record. Store, web and commands consume {@code SessionEvent}s.
 */
@NullMarked
package io.flatback.session;

import org.jspecify.annotations.NullMarked;
