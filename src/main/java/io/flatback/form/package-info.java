/**
 * Reps to findings. In: the reps of a set and what is known of the wearer. Out: warnings under the alarm
 * rule, drift, and the noise bands they are judged by. Every threshold names its source.
 */
@NullMarked
package io.flatback.form;

import org.jspecify.annotations.NullMarked;
