/**
 * The commands, and the only place where parts are wired together. Start at {@code Flatback}.
 */
@NullMarked
package io.flatback.cli;

import org.jspecify.annotations.NullMarked;
