package io.flatback.store;

import io.flatback.session.AngleTrace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The angles of a set as bytes: for each point time in ns (i64), inclination and flexion in degrees (f32). */
final class TraceCoding {
  private static final int POINT_BYTES = Long.BYTES + 2 * Float.BYTES;

  private TraceCoding() {}

  static byte[] toBytes(AngleTrace trace) {
    ByteBuffer bytes = ByteBuffer.allocate(trace.size() * POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < trace.size(); i++) {
      bytes.putLong(trace.timeNanos(i)).putFloat(trace.inclinationDeg(i)).putFloat(trace.lumbarFlexionDeg(i));
    }
    return bytes.array();
  }

  static AngleTrace ofBytes(byte @Nullable [] body) {
    if (body == null) {
      return AngleTrace.EMPTY;
    }
    ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int size = body.length / POINT_BYTES;
    long[] timeNanos = new long[size];
    float[] inclinationDeg = new float[size];
    float[] lumbarFlexionDeg = new float[size];
    for (int i = 0; i < size; i++) {
      timeNanos[i] = bytes.getLong();
      inclinationDeg[i] = bytes.getFloat();
      lumbarFlexionDeg[i] = bytes.getFloat();
    }
    return new AngleTrace(timeNanos, inclinationDeg, lumbarFlexionDeg);
  }
}
