/**
 * What on this machine would stop flatback, each with its remedy. In: a {@code Machine}, which is files and no more.
 * Out: findings, for {@code flatback doctor} and for the page Sensors. Start at {@code Examination}.
 */
@NullMarked
package io.flatback.cli.doctor;

import org.jspecify.annotations.NullMarked;
