package io.flatback.evaluate;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** The same recording as if its sensors had been put on anyhow: each turned by a random rotation of its own. */
final class Rotations {
  private Rotations() {}

  static HeldRecording turned(HeldRecording recording, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Placement, Rotation> turns = new EnumMap<>(Placement.class);
    for (Placement placement : Placement.values()) {
      turns.put(placement, draw(random));
    }
    return recording.withSamples((placement, sample) -> turned(sample, turns.getOrDefault(placement, Rotation.IDENTITY)));
  }

  /** Evenly over all orientations: a normal quaternion. */
  private static Rotation draw(SplittableRandom random) {
    return new Rotation(
        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), true);
  }

  private static Sample turned(Sample s, Rotation turn) {
    Vector3D acc = turn.applyTo(new Vector3D(s.accXMps2(), s.accYMps2(), s.accZMps2()));
    Vector3D gyro = turn.applyTo(new Vector3D(s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec()));
    return new Sample(
        s.timeNanos(), acc.getX(), acc.getY(), acc.getZ(), gyro.getX(), gyro.getY(), gyro.getZ(), s.clipped());
  }
}
