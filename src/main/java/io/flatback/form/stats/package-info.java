/** Statistics for a handful of reps: exact where textbooks approximate. Knows nothing of lifting. */
@NullMarked
package io.flatback.form.stats;

import org.jspecify.annotations.NullMarked;
