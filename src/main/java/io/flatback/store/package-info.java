/**
 * What is kept: athletes, sensors, sessions, sets, reps, warnings, and the raw record from which all of
 * it can be computed again. SQL lives only here.
 */
@NullMarked
package io.flatback.store;

import org.jspecify.annotations.NullMarked;
