package io.flatback.evaluate;

import java.util.Optional;

/**
 * How one lifter of the population fared.
 *
 * @param slow the same through a sensor of 25 Hz; of some lifters only
 * @param withoutGyro the same without a gyroscope; of some lifters only
 */
record LifterResult(long seed, LiftResult lift, Optional<CountScore> slow, Optional<CountScore> withoutGyro) {}
