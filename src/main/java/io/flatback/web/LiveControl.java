package io.flatback.web;

import io.flatback.lift.RepEdit;
import io.flatback.session.SessionResult;
import io.flatback.signal.Placement;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the interface may ask of the part that listens to sensors and analyses what they said. Called by
 * any thread. Refusals are {@link ProblemException}s.
 */
public interface LiveControl {
  List<PlatformView> platforms();

  /**
   * Ports and devices that could be listened to, as far as known; never waits for one.
   *
   * @param ask those that were there before as well: somebody wants to know
   */
  List<InReach> inReach(boolean ask);

  /**
   * Listens to one more sensor, in this run and those to come.
   *
   * @param sensor its address; only what is in reach of this machine may be named
   * @param placement null: where its address says, else lumbar
   * @param platformId where it is worn with another one; null: a place of its own
   * @return the id under which it is kept
   */
  String takeIn(String sensor, @Nullable Placement placement, @Nullable String platformId);

  /**
   * Stops listening to a sensor and forgets that it was to be listened to; what it recorded stays.
   *
   * @return false where this run has no such sensor
   */
  boolean letGo(String sensorId);

  /** What on this machine would stop it, each with its remedy; looks anew, and may take a second. */
  List<Finding> examine();

  Optional<PlatformView> platform(String id);

  /** Who lifts there and what, from the next session on; a load holds from the next set on. */
  PlatformView prepare(String platformId, Preparation preparation);

  /** Leads who lifts there through a guided calibration; live events say how it goes. */
  PlatformView calibrate(String platformId);

  PlatformView cancelCalibration(String platformId);

  /**
   * Deletes what a device is put right by; a session that goes on keeps its own.
   *
   * @return false where there is none
   */
  boolean forgetDeviceCalibration(String sensorId);

  TrainingSession start(String platformId, Preparation preparation);

  /** Ends it and gives it the second look. */
  TrainingSession end(String sessionId) throws IOException;

  /** A change of exercise or load means a second look, at once for a session that has ended. */
  TrainingSession describe(String sessionId, @Nullable String exercise, @Nullable Double loadKg) throws IOException;

  /** Deletes it with its raw record. */
  void delete(String sessionId);

  /** What is in it by now: for an active session, the record so far. */
  SessionResult result(String sessionId) throws IOException;

  /** Keeps the edit and gives the session a second look that heeds it. */
  SessionResult edit(String sessionId, RepEdit edit) throws IOException;

  /** Whether what arrives can be kept; empty when it can, else the reason with its remedy. */
  Optional<PlatformView.Trouble> storageTrouble();

  /** A name changed, or an athlete is gone. */
  void athletesChanged();

  /** What an athlete's sets are judged by is other than before; from the next session on. */
  void judgedAnew(String athleteId);

  /** @param athleteId null for nobody */
  record Preparation(@Nullable String athleteId, @Nullable String exercise, @Nullable Double loadKg) {}
}
