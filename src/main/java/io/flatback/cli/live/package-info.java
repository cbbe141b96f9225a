/**
 * The live part of the service, wired together: sensors to raw journal, pipeline, store and live events.
 * Start at {@code LiveService}; one {@code LiftingPlatform} for each place to lift at.
 */
@NullMarked
package io.flatback.cli.live;

import org.jspecify.annotations.NullMarked;
