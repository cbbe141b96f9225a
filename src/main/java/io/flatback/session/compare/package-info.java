/**
 * Sets held against each other, within a record, across records and across days. In: finished sets with how they
 * were worn. Out: a {@link io.flatback.session.compare.SetComparison}, which is a shift with its uncertainty or the
 * reason why there is none.
 */
@NullMarked
package io.flatback.session.compare;

import org.jspecify.annotations.NullMarked;
