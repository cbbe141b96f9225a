/**
 * A simulated lifter whose truth is known. In: a scenario and a seed. Out: what sensors on that body
 * would have sent, and the truth beside it. Never uses what it is there to test.
 *
 * <p>A {@link io.flatback.sim.Scenario} is a script of {@link io.flatback.sim.Episode}s. {@code ScriptPlanner}
 * makes a {@code Timeline} of it, {@code Body} moves along that line, {@code SimulatedSensor} feels the motion
 * where it is worn, {@link io.flatback.sim.SimulatedRecording} hands it out, and {@code TruthFinder} says what
 * happened. {@link io.flatback.sim.SimLink} plays any readings as the reference sensor would send them.
 *
 * <p>The scenarios by name are one lifter each. {@link io.flatback.sim.Lifters} makes a population of any of them:
 * another person for every seed, as {@link io.flatback.sim.Trait} says.
 */
@NullMarked
package io.flatback.sim;

import org.jspecify.annotations.NullMarked;
