package io.flatback.session;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** A recording as if its sensors had been worn turned by a random rotation, each by its own. */
record Remounted(Recording recording, Rotation lumbar, Rotation sacrum) implements Recording {

  static Remounted randomly(Recording recording, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Remounted(recording, rotation(random), rotation(random));
  }

  private static Rotation rotation(SplittableRandom random) {
    return new Rotation(
        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), true);
  }

  @Override
  public RecordingNotes notes() {
    return recording.notes();
  }

  @Override
  public List<Placement> placements() {
    return recording.placements();
  }

  @Override
  public RecordingReader open() throws IOException {
    RecordingReader reader = recording.open();
    return new RecordingReader() {
      @Override
      public boolean next() throws IOException {
        return reader.next();
      }

      @Override
      public Placement placement() {
        return reader.placement();
      }

      @Override
      public SignalEvent event() {
        return reader.event() instanceof Sample sample ? turned(sample, placement()) : reader.event();
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  private Sample turned(Sample s, Placement placement) {
    Rotation rotation = placement == Placement.LUMBAR ? lumbar : sacrum;
    Vector3D a = rotation.applyTo(new Vector3D(s.accXMps2(), s.accYMps2(), s.accZMps2()));
    Vector3D g = rotation.applyTo(new Vector3D(s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec()));
    return new Sample(s.timeNanos(), a.getX(), a.getY(), a.getZ(), g.getX(), g.getY(), g.getZ(), s.clipped());
  }
}
