/**
 * A simulated lifter whose truth is known. In: a scenario and a seed. Out: what sensors on that body
 * would have sent, and the truth beside it. Never uses what it is there to test.
 */
@NullMarked
package io.flatback.sim;

import org.jspecify.annotations.NullMarked;
