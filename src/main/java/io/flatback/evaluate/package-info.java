/**
 * How good is it? In: recordings with truth. Out: counts, timing and angle errors. The only room that
 * reads truth.
 */
@NullMarked
package io.flatback.evaluate;

import org.jspecify.annotations.NullMarked;
