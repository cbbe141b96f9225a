/** What is in reach: serial ports, and what answers there, asked politely. Used by commands and by the service. */
@NullMarked
package io.flatback.cli.reach;

import org.jspecify.annotations.NullMarked;
