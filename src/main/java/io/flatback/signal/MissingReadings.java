package io.flatback.signal;

import io.flatback.wire.Imu6;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which readings of a device's present life never came and may still be in its ring. One thread. */
public final class MissingReadings {
  /** own: on a link that loses more often than it can be asked, the newest stretches count. */
  private static final int MOST_STRETCHES = 32;

  private static final long U32 = 0xFFFF_FFFFL;

  /** {@code count} readings from an index on. */
  public record Stretch(long fromIndex, int count) {}

  private final List<Stretch> stretches = new ArrayList<>();
  private int bootId;
  private int ring;
  private long receivedReadings;

  void lost(int ofBootId, long fromIndex, int count, int ringSamples) {
    if (ofBootId != bootId) {
      stretches.clear();
      bootId = ofBootId;
    }
    ring = ringSamples;
    int kept = Math.min(count, ringSamples);
    if (kept > 0) {
      stretches.add(new Stretch((fromIndex + count - kept) & U32, kept));
    }
    if (stretches.size() > MOST_STRETCHES) {
      stretches.removeFirst();
    }
  }

  void came(Imu6 frame) {
    if (frame.bootId() != bootId) {
      return;
    }
    receivedReadings += frame.readings();
    List<Stretch> left = new ArrayList<>();
    for (Stretch stretch : stretches) {
      int from = (int) (frame.firstIndex() - stretch.fromIndex());
      add(left, stretch, 0, Math.min(from, stretch.count()));
      add(left, stretch, Math.max(from + frame.readings(), 0), stretch.count());
    }
    stretches.clear();
    stretches.addAll(left);
  }

  private static void add(List<Stretch> left, Stretch of, int from, int to) {
    if (from < to) {
      left.add(new Stretch((of.fromIndex() + from) & U32, to - from));
    }
  }

  /** A live reading of this index was had: what the ring has lost over it will not come. */
  void reached(long index) {
    while (!stretches.isEmpty() && tooOld(stretches.getFirst(), index) > 0) {
      Stretch oldest = stretches.removeFirst();
      int gone = tooOld(oldest, index);
      if (gone < oldest.count()) {
        stretches.addFirst(new Stretch((oldest.fromIndex() + gone) & U32, oldest.count() - gone));
      }
    }
  }

  /** Readings at its beginning that the ring keeps no longer. */
  private int tooOld(Stretch stretch, long newestIndex) {
    return (int) (newestIndex - stretch.fromIndex()) + 1 - ring;
  }

  /** How many came late so far, wanted or not. */
  public long receivedReadings() {
    return receivedReadings;
  }

  /** What is to be asked for first. */
  public Optional<Stretch> first() {
    return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getFirst());
  }

  /** It will not come. */
  public void giveUp(Stretch stretch) {
    stretches.remove(stretch);
  }
}
