package io.flatback.signal;

import io.flatback.wire.Counts;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames of a device whose every number the test decides, each with its arrival. */
final class ScriptedSensor {
  static final int READINGS = 5;

  private final List<byte[]> chunks = new ArrayList<>();
  private final List<Long> arrivals = new ArrayList<>();

  int bootId = 7;
  long index;
  double deviceMicros = 1_000_000;
  double periodMicros = 10_000;
  long arrivalNanos = 500_000_000_000L;
  int flags;

  static Hello hello(int bootId, String uid) {
    return new Hello(1, 0, bootId, uid, 1, 0, 10_000, 244_000, 35_000, 0, 0, new Hello.Firmware(1, 0, 0), "one");
  }

  ScriptedSensor hello() {
    return send(hello(bootId, "F1A7BAC00000A1F2"));
  }

  ScriptedSensor send(WireMessage message) {
    return bytes(FrameEncoder.frame(message));
  }

  ScriptedSensor bytes(byte[] bytes) {
    chunks.add(bytes);
    arrivals.add(arrivalNanos);
    return this;
  }

  /** Sends one frame of readings and lets their time pass. */
  ScriptedSensor frame() {
    send(imu6());
    return skipReadings(READINGS);
  }

  ScriptedSensor frames(int count) {
    for (int i = 0; i < count; i++) {
      frame();
    }
    return this;
  }

  Imu6 imu6() {
    short[] counts = new short[READINGS * Counts.AXES];
    Arrays.fill(counts, (short) (index % 1000));
    return new Imu6(
        flags,
        index & 0xFFFF_FFFFL,
        Math.round(deviceMicros) & 0xFFFF_FFFFL,
        (int) Math.round(periodMicros),
        bootId,
        new Counts(counts));
  }

  /** Readings are made and not sent; the host waits as long. */
  ScriptedSensor skipReadings(long readings) {
    index += readings;
    return waitSeconds(readings * periodMicros * 1e-6);
  }

  ScriptedSensor waitSeconds(double seconds) {
    deviceMicros += seconds * 1e6;
    arrivalNanos += Math.round(seconds * 1e9);
    return this;
  }

  /** Starts anew: another boot id, index and time from 0, as far as the host sees after some seconds. */
  ScriptedSensor reset(double seconds) {
    bootId = (bootId + 1) & 0xFF;
    waitSeconds(seconds);
    index = 0;
    deviceMicros = 20_000;
    return this;
  }

  List<SignalEvent> decoded(FlatbackSignalDecoder decoder) {
    List<SignalEvent> events = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      offer(decoder, chunks.get(i), arrivals.get(i), events);
    }
    chunks.clear();
    arrivals.clear();
    return events;
  }

  List<SignalEvent> decodedByteByByte(FlatbackSignalDecoder decoder) {
    List<SignalEvent> events = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      for (byte one : chunks.get(i)) {
        offer(decoder, new byte[] {one}, arrivals.get(i), events);
      }
    }
    return events;
  }

  private static void offer(FlatbackSignalDecoder decoder, byte[] bytes, long arrival, List<SignalEvent> events) {
    decoder.offer(bytes, 0, bytes.length, arrival);
    while (decoder.next()) {
      events.add(decoder.event());
    }
  }
}
