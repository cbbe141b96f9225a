package io.flatback.sim;

/**
 * The angles of all joints at one moment, in degrees.
 *
 * @param shank forward lean
 * @param thigh forward lean
 * @param pelvis forward lean
 * @param lumbar flexion: thorax against pelvis
 * @param side lean of the whole body to the right
 * @param heading of the whole body, to the left
 * @param lateral lean of the thorax to the right against the pelvis
 * @param axial turn of the thorax to the left against the pelvis
 * @param onTheWay 0 standing and at the bottom, 1 between
 * @param heightM by how much the ankles, and all above them, are lifted
 */
record Joints(
    Jet shank,
    Jet thigh,
    Jet pelvis,
    Jet lumbar,
    Jet side,
    Jet heading,
    Jet lateral,
    Jet axial,
    Jet onTheWay,
    Jet heightM) {}
