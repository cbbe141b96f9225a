package io.flatback.bench;

import io.flatback.motion.InclinationFilter;
import io.flatback.motion.InclinationParams;
import io.flatback.motion.Vqf;
import io.flatback.motion.VqfParams;
import io.flatback.session.Pipeline;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time and bytes per sample, each over the same hour of lifting at 100 Hz: a training session. What a pipeline needs
 * room for once is shared by all of that hour's samples, as it is in use.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class MotionSpeed {
  static final int SAMPLES = 360_000;
  private static final double STEP_SECONDS = 0.01;

  private static final long SACRUM_LATER_NANOS = 3_000_000L;

  private Sample[] samples = new Sample[0];
  private Sample[] lumbar = new Sample[0];
  private Sample[] sacrum = new Sample[0];

  @Setup
  public void read() throws IOException {
    samples = Readings.ofSeconds(SAMPLES * STEP_SECONDS);
    lumbar = Readings.ofSeconds(0.5 * SAMPLES * STEP_SECONDS, Placement.LUMBAR, 0);
    sacrum = Readings.ofSeconds(0.5 * SAMPLES * STEP_SECONDS, Placement.SACRUM, SACRUM_LATER_NANOS);
  }

  /** What everything is measured by: one gyro integration and normalisation. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double quaternionStep() {
    double w = 1.0;
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (Sample s : samples) {
      double vx = s.gyroXRadPerSec() * STEP_SECONDS;
      double vy = s.gyroYRadPerSec() * STEP_SECONDS;
      double vz = s.gyroZRadPerSec() * STEP_SECONDS;
      double angle = Math.sqrt(vx * vx + vy * vy + vz * vz);
      double c = Math.cos(0.5 * angle);
      double k = angle < 1e-12 ? 0.5 : Math.sin(0.5 * angle) / angle;
      vx *= k;
      vy *= k;
      vz *= k;
      double nw = w * c - x * vx - y * vy - z * vz;
      double nx = w * vx + x * c + y * vz - z * vy;
      double ny = w * vy - x * vz + y * c + z * vx;
      double nz = w * vz + x * vy - y * vx + z * c;
      double scale = 1.0 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
      w = nw * scale;
      x = nx * scale;
      y = ny * scale;
      z = nz * scale;
    }
    return w + x + y + z;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double filterUpdate() {
    InclinationFilter filter = new InclinationFilter(InclinationParams.DEFAULTS);
    filter.setSamplePeriodSeconds(STEP_SECONDS);
    for (Sample s : samples) {
      filter.update(
          s.accXMps2(), s.accYMps2(), s.accZMps2(),
          s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(),
          STEP_SECONDS, false);
    }
    return filter.upX();
  }

  /** VQF as published, for comparison. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public double publishedFilterUpdate() {
    Vqf vqf = new Vqf(VqfParams.DEFAULTS);
    vqf.setSamplePeriodSeconds(STEP_SECONDS);
    for (Sample s : samples) {
      vqf.update(
          s.accXMps2(), s.accYMps2(), s.accZMps2(),
          s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(),
          STEP_SECONDS);
    }
    return vqf.upX();
  }

  /** From decoded sample to rep events. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public int pipeline() {
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    int events = 0;
    for (Sample s : samples) {
      events += pipeline.update(Placement.LUMBAR, s).size();
    }
    return events + pipeline.finish().size();
  }

  /** The same of a back with two sensors, per sample of either. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public int pipelineOfTwoSensors() {
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    int events = 0;
    for (int i = 0; i < lumbar.length; i++) {
      events += pipeline.update(Placement.LUMBAR, lumbar[i]).size();
      events += pipeline.update(Placement.SACRUM, sacrum[i]).size();
    }
    return events + pipeline.finish().size();
  }
}
