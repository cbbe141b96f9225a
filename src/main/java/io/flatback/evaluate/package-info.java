/**
 * How good is it? In: recordings with truth, and simulated lifters. Out: counts, timing and angle errors, alarms,
 * and each figure beside what was promised. The only room that reads truth.
 *
 * <p>{@link io.flatback.evaluate.Evaluation} runs {@code RecordingEvaluation} and {@code Population}; both end in
 * {@code LiftEvaluation}, which holds what the product says against a {@code LiftTruth}. {@code Bars} judges,
 * {@code EvaluationTables} and {@code AccuracyPage} tell.
 */
@NullMarked
package io.flatback.evaluate;

import org.jspecify.annotations.NullMarked;
