package io.flatback.sim;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.Arrays;
import java.util.List;

/** Makes readings one by one as they are asked for, with the truth beside each. Not thread-safe. */
public final class SimulatedReader implements RecordingReader {
  private static final int HOLE_PERIODS = 3;
  private static final long NONE_YET = -1;

  private final Simulation simulation;
  private final List<SimulatedSensor> sensors;
  private final Dropping dropping;
  private final SensorSetup setup;
  private final long periodNanos;

  private final long[] lastNanos;
  private long index = -1;
  private long timeNanos;
  private int turn;
  private int current;
  private boolean gapTold;
  private SignalEvent event = new Gap(0, 0, Gap.Reason.HOLE, 0);

  SimulatedReader(Simulation simulation) {
    this.simulation = simulation;
    setup = simulation.scenario().sensors();
    sensors = simulation.sensors();
    turn = sensors.size();
    lastNanos = new long[sensors.size()];
    Arrays.fill(lastNanos, NONE_YET);
    periodNanos = Math.round(1e9 / setup.rateHz());
    dropping = new Dropping(setup.dropouts(), simulation.dice().link());
  }

  @Override
  public boolean next() {
    do {
      if (turn == sensors.size() && !advance()) {
        return false;
      }
    } while (skipsSilent());
    current = turn;
    if (isAfterHole() && !gapTold) {
      int missing = (int) Math.round((double) (timeNanos - lastNanos[turn]) / periodNanos) - 1;
      event = new Gap(lastNanos[turn] + periodNanos, timeNanos, Gap.Reason.HOLE, missing);
      gapTold = true;
      return true;
    }
    event = sensors.get(turn).read(timeNanos, simulation.trueSeconds(timeNanos));
    lastNanos[turn] = timeNanos;
    gapTold = false;
    turn++;
    return true;
  }

  private boolean advance() {
    do {
      index++;
      timeNanos = Math.round(index * 1e9 / setup.rateHz());
    } while (dropping.isLost(timeNanos * 1e-9));
    boolean more = simulation.trueSeconds(timeNanos) < simulation.timeline().durationSeconds();
    turn = more ? 0 : sensors.size();
    return more;
  }

  private boolean skipsSilent() {
    boolean silent = setup.loss().holds(sensors.get(turn).placement(), simulation.trueSeconds(timeNanos));
    turn += silent ? 1 : 0;
    return silent;
  }

  private boolean isAfterHole() {
    return lastNanos[turn] != NONE_YET && timeNanos - lastNanos[turn] > HOLE_PERIODS * periodNanos;
  }

  @Override
  public Placement placement() {
    return sensors.get(current).placement();
  }

  @Override
  public SignalEvent event() {
    return event;
  }

  /** How the body truly is at the current event. */
  public TruthSample truth() {
    return simulation.truthAt(timeNanos, sensors.get(current));
  }

  @Override
  public void close() {}
}
