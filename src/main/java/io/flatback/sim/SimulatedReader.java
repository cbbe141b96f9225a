package io.flatback.sim;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.List;

/** Makes readings one by one as they are asked for, with the truth beside each. Not thread-safe. */
public final class SimulatedReader implements RecordingReader {
  private static final int HOLE_PERIODS = 3;

  private final Simulation simulation;
  private final List<SimulatedSensor> sensors;
  private final Dropping dropping;
  private final double rateHz;
  private final long periodNanos;

  private long index = -1;
  private long lastNanos = -1;
  private long timeNanos;
  private int turn;
  private int current;
  private boolean gapTold;
  private SignalEvent event = new Gap(0, 0, Gap.Reason.HOLE, 0);

  SimulatedReader(Simulation simulation) {
    this.simulation = simulation;
    SensorSetup setup = simulation.scenario().sensors();
    sensors = simulation.sensors();
    turn = sensors.size();
    rateHz = setup.rateHz();
    periodNanos = Math.round(1e9 / rateHz);
    dropping = new Dropping(setup.dropouts(), simulation.dice().link());
  }

  @Override
  public boolean next() {
    if (turn == sensors.size() && !advance()) {
      return false;
    }
    if (isAfterHole() && !gapTold) {
      int missing = (int) Math.round((double) (timeNanos - lastNanos) / periodNanos) - 1;
      event = new Gap(lastNanos + periodNanos, timeNanos, Gap.Reason.HOLE, missing);
      gapTold = true;
      current = turn;
      return true;
    }
    event = sensors.get(turn).read(timeNanos, simulation.trueSeconds(timeNanos));
    current = turn;
    gapTold = false;
    turn++;
    return true;
  }

  private boolean advance() {
    lastNanos = index < 0 ? -1 : timeNanos;
    do {
      index++;
      timeNanos = Math.round(index * 1e9 / rateHz);
    } while (dropping.isLost(timeNanos * 1e-9));
    boolean more = simulation.trueSeconds(timeNanos) < simulation.timeline().durationSeconds();
    turn = more ? 0 : sensors.size();
    return more;
  }

  private boolean isAfterHole() {
    return lastNanos >= 0 && timeNanos - lastNanos > HOLE_PERIODS * periodNanos;
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
