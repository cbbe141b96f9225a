package io.flatback.evaluate;

import java.util.Optional;

/**
 * How one recording fared.
 *
 * @param folder its group, so that real, mocap and simulated figures stay apart
 * @param followsBackRight whether it was told rightly that the sensor does or does not follow the back
 * @param orientation earth's up-direction against truth, where {@code movement} is 1
 * @param inclination sagittal inclination, standing reference of both taken out
 * @param flexion lumbar flexion, likewise
 * @param repsWhileNotLifting counted during what is labelled as no lift
 */
record CaseResult(
    String folder,
    String name,
    Optional<CountScore> counts,
    Optional<Boolean> followsBackRight,
    Optional<AngleScore> orientation,
    Optional<AngleScore> inclination,
    Optional<AngleScore> flexion,
    Optional<Integer> repsWhileNotLifting) {}
