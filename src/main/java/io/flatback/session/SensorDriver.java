package io.flatback.session;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.WitMotionSignalDecoder;
import io.flatback.signal.XimuSignalDecoder;

/** One maker's way of speaking: what its bytes mean, and what it wants to hear. Made once per sensor. */
public record SensorDriver(SignalDecoder decoder, SensorDialogue dialogue) {
  /** For the reference sensor of firmware-protocol/PROTOCOL.md. */
  public static SensorDriver flatback(Placement placement) {
    FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(placement);
    return new SensorDriver(decoder, new FlatbackDialogue(decoder));
  }

  /** For WitMotion's sensors, by cable or Bluetooth. */
  public static SensorDriver witMotion(Placement placement) {
    WitMotionSignalDecoder decoder = new WitMotionSignalDecoder(placement);
    return new SensorDriver(decoder, new WitMotionDialogue(decoder));
  }

  /** For an x-IMU3, by whatever link. */
  public static SensorDriver ximu3(Placement placement) {
    return new SensorDriver(new XimuSignalDecoder(placement), new XimuDialogue());
  }

  /** For a device that speaks by itself. */
  public static SensorDriver listening(SignalDecoder decoder) {
    return new SensorDriver(decoder, SensorDialogue.LISTEN_ONLY);
  }
}
