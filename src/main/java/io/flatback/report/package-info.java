/**
 * The story of a session. In: its result. Out: JSON, text, CSV and a page that needs nothing else.
 */
@NullMarked
package io.flatback.report;

import org.jspecify.annotations.NullMarked;
