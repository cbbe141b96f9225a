package io.flatback.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page that is opened now must show of one platform, gathered from its events. Guarded by the hub's
 * lock.
 */
final class LivePlatform {
  /** As much as the page's trace shows. */
  static final double TRACE_S = 15;

  /** Calm enough for any sample rate: samples are thinned before they come here. */
  private static final int MAX_SAMPLES = 1_500;

  private PlatformJson platform;
  private @Nullable SessionJson session;
  private final List<JsonNode> sets = new ArrayList<>();
  private @Nullable OpenSet set;
  private double lastS;
  private final Map<String, CalibrationJson> mounting = new LinkedHashMap<>();
  private final ArrayDeque<LivePayload.Posture> samples = new ArrayDeque<>();

  LivePlatform(PlatformJson platform) {
    this.platform = platform;
  }

  /** @param followsBack the sensor moves as the back does */
  record CalibrationJson(@Nullable Double confidence, boolean followsBack) {}

  /** A copy that no later event changes. */
  record Shown(
      PlatformJson platform,
      @Nullable SessionJson session,
      List<JsonNode> sets,
      OpenSet.@Nullable Shown set,
      Map<String, CalibrationJson> mounting,
      List<LivePayload.Posture> samples) {}

  Shown shown() {
    return new Shown(
        platform,
        session,
        List.copyOf(sets),
        set == null ? null : set.shown(),
        Map.copyOf(mounting),
        List.copyOf(samples));
  }

  /** Also where nothing is known yet. */
  boolean followsBack() {
    return mounting.values().stream().allMatch(CalibrationJson::followsBack);
  }

  /** The latest time seen. */
  double lastS() {
    return lastS;
  }

  void update(LivePayload payload) {
    lastS = Math.max(lastS, payload.tS());
    switch (payload) {
      case LivePayload.Sensor sensor -> platform = platform.with(sensor);
      case LivePayload.Posture sample -> add(sample);
      case LivePayload.Calibration found ->
          mounting.put(found.placement(), new CalibrationJson(found.confidence(), found.followsBack()));
      case LivePayload.Guided ignored -> {}
      case LivePayload.SetBegan began -> set = new OpenSet(began);
      case LivePayload.RepBegan began -> open(began.set()).began();
      case LivePayload.RepSeen seen -> open(seen.set()).seen(seen.rep(), seen.detail());
      case LivePayload.RepDone done -> open(done.set()).done(done.rep(), done.detail());
      case LivePayload.RepTakenBack taken -> open(taken.set()).takenBack(taken.rep(), taken.detail());
      case LivePayload.Bands learnt -> open(learnt.set()).learnt(learnt.detail());
      case LivePayload.Raised raised -> open(raised.set()).raised(raised.detail());
      case LivePayload.Summarised summarised -> open(summarised.set()).summarised(summarised.detail());
      case LivePayload.SetOver over -> end(over);
      case LivePayload.SessionChanged changed -> change(changed.session());
      case LivePayload.PlatformChanged changed -> change(changed.detail());
    }
  }

  /** A sensor that was let go has no mounting. */
  private void change(PlatformJson changed) {
    platform = changed;
    mounting.keySet().retainAll(changed.sensors().stream().map(SensorJson::placement).toList());
  }

  private void add(LivePayload.Posture sample) {
    samples.addLast(sample);
    while (samples.size() > MAX_SAMPLES || samples.getFirst().tS() < sample.tS() - TRACE_S) {
      samples.removeFirst();
    }
  }

  /** A rep without an open set belongs to a set whose start was not seen. */
  private OpenSet open(int index) {
    OpenSet current = set;
    if (current == null || current.index() != index) {
      current = OpenSet.unseen(index);
      set = current;
    }
    return current;
  }

  private void end(LivePayload.SetOver over) {
    set = null;
    sets.removeIf(earlier -> earlier.path("index").asInt() == over.set());
    sets.add(over.detail());
  }

  /** One that has ended stays until the next begins: a page opened afterwards leads to its report. */
  private void change(SessionJson changed) {
    if (session == null || !session.id().equals(changed.id())) {
      sets.clear();
      set = null;
    }
    session = changed;
    platform = platform.inSession(changed.state().equals("active") ? changed.id() : null);
  }
}
