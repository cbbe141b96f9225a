package io.flatback.signal;

import io.flatback.wire.Imu6;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Readings that a device sent again after they had been lost. A record is read twice: the first time its
 * decoder puts them in here, the second time another takes them out in their place. One thread.
 */
public final class LateReadings {
  /** Half an hour at 100 Hz, some ten megabytes. own: a hundred times the longest ring; what comes on top is left out. */
  private static final int MOST_READINGS = 200_000;

  private static final int BOOT_SHIFT = 32;

  /** By boot id and first index. */
  private final NavigableMap<Long, Imu6> frames = new TreeMap<>();

  private int readings;

  void add(Imu6 frame) {
    if (readings + frame.readings() <= MOST_READINGS && frames.put(key(frame), frame) == null) {
      readings += frame.readings();
    }
  }

  private static long key(Imu6 frame) {
    return key(frame.bootId(), frame.firstIndex());
  }

  private static long key(int bootId, long index) {
    return (long) bootId << BOOT_SHIFT | index;
  }

  /** Frames of one life of the device that hold any of {@code count} readings from an index on, in their order. */
  List<Imu6> within(int bootId, long fromIndex, int count) {
    long least = key(bootId, Math.max(0, fromIndex - Imu6.MAX_READINGS + 1));
    List<Imu6> found = new ArrayList<>();
    for (Imu6 frame : frames.subMap(least, key(bootId, 0) + fromIndex + count).values()) {
      if (frame.firstIndex() + frame.readings() > fromIndex) {
        found.add(frame);
      }
    }
    return found;
  }
}
