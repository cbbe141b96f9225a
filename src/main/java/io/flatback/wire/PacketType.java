package io.flatback.wire;

/**
 * First byte of every packet. A packet's layout never changes: a new layout is a new type, and a type that
 * is not known is skipped and counted. All numbers are little-endian; the digits above the boxes are byte
 * offsets. On the way, every packet travels as a frame:
 *
 * <pre>
 * ┌──────────────────────────────────────────┬────┐
 * │ COBS( packet ‖ CRC-16/IBM-3740 u16 )     │ 00 │
 * └──────────────────────────────────────────┴────┘
 * </pre>
 */
public final class PacketType {
  /**
   * Who the device is and what its numbers mean. Sent after a start and when asked.
   *
   * <pre>
   *  0    1     2     3    4        12    13      14    16      20       24   26       27       30    31
   * ┌────┬─────┬─────┬────┬────────┬─────┬───────┬─────┬───────┬────────┬────┬────────┬────────┬─────┬──────┐
   * │ 01 │major│minor│boot│ uid    │ imu │mount- │rate │accel. │gyro    │ring│features│firmware│name │name  │
   * │    │     │     │ id │ u8 × 8 │model│ing u8 │ u16 │LSB u32│LSB u32 │u16 │ u8     │ u8 × 3 │len. │ASCII │
   * └────┴─────┴─────┴────┴────────┴─────┴───────┴─────┴───────┴────────┴────┴────────┴────────┴─────┴──────┘
   *                                             0.01 Hz  nano-g  micro-°/s samples
   * </pre>
   */
  public static final int HELLO = 0x01;

  /**
   * How the device is, once a second.
   *
   * <pre>
   *  0    1       2      6          8          9         10           12        14
   * ┌────┬───────┬──────┬──────────┬──────────┬─────────┬────────────┬─────────┬────────────┐
   * │ 02 │boot id│t     │battery   │battery   │reserved │temperature │dropped  │bus errors  │
   * │    │ u8    │u32 µs│ u16 mV   │ u8 %     │ u8      │i16 0.01 °C │ u16     │ u16        │
   * └────┴───────┴──────┴──────────┴──────────┴─────────┴────────────┴─────────┴────────────┘
   *                                 255 unknown
   * </pre>
   */
  public static final int STATUS = 0x02;

  /**
   * Answer to a ping, with the device's time when it came in and went out.
   *
   * <pre>
   *  0    1         2      4        8
   * ┌────┬─────────┬──────┬────────┬────────┐
   * │ 03 │reserved │token │received│sent    │
   * │    │ u8      │ u16  │ u32 µs │ u32 µs │
   * └────┴─────────┴──────┴────────┴────────┘
   * </pre>
   */
  public static final int PONG = 0x03;

  /**
   * Answer to every command but GET_HELLO and PING.
   *
   * <pre>
   *  0    1        2         3
   * ┌────┬────────┬─────────┬────────┐
   * │ 04 │command │sequence │status  │
   * │    │ u8     │ u8      │ u8     │
   * └────┴────────┴─────────┴────────┘
   * </pre>
   */
  public static final int ACK = 0x04;

  /**
   * Up to 40 readings of accelerometer and gyroscope.
   *
   * <pre>
   *  0    1      2           6           10      12   13      14
   * ┌────┬──────┬───────────┬───────────┬───────┬────┬───────┬─────────────────────────────┐
   * │ 10 │flags │index of   │t of first │period │ n  │boot id│ n × ( acc x y z, gyro x y z)│
   * │    │ u8   │first u32  │ u32 µs    │u16 µs │ u8 │ u8    │ n × 6 × i16                 │
   * └────┴──────┴───────────┴───────────┴───────┴────┴───────┴─────────────────────────────┘
   * flags: bit 0 back-filled, 1 gap before, 2 clipped, 3 battery low
   * </pre>
   */
  public static final int IMU6 = 0x10;

  /**
   * Asks for HELLO. START and STOP have the same layout.
   *
   * <pre>
   *  0    1
   * ┌────┬─────────┐
   * │ 80 │sequence │
   * └────┴─────────┘
   * </pre>
   */
  public static final int GET_HELLO = 0x80;

  /** Begin to send readings; {@code 81 sequence}. */
  public static final int START = 0x81;

  /** Send no more readings; {@code 82 sequence}. */
  public static final int STOP = 0x82;

  /**
   * Sets sample rate and readings per frame.
   *
   * <pre>
   *  0    1         2            4
   * ┌────┬─────────┬────────────┬──────┐
   * │ 83 │sequence │rate        │batch │
   * │    │ u8      │u16 0.01 Hz │ u8   │
   * └────┴─────────┴────────────┴──────┘
   * </pre>
   */
  public static final int RATE = 0x83;

  /**
   * Asks for PONG with the same token.
   *
   * <pre>
   *  0    1         2         3
   * ┌────┬─────────┬─────────┬──────┐
   * │ 84 │sequence │reserved │token │
   * │    │ u8      │ u8      │ u16  │
   * └────┴─────────┴─────────┴──────┘
   * </pre>
   */
  public static final int PING = 0x84;

  /**
   * A burst the lifter feels, sees or hears; the device ends any burst after 2 s.
   *
   * <pre>
   *  0    1         2     3       5          6       8
   * ┌────┬─────────┬─────┬───────┬──────────┬───────┬───────┐
   * │ 85 │sequence │kind │on     │intensity │off    │repeat │
   * │    │ u8      │ u8  │u16 ms │ u8       │u16 ms │ u8    │
   * └────┴─────────┴─────┴───────┴──────────┴───────┴───────┘
   * </pre>
   */
  public static final int FEEDBACK = 0x85;

  /**
   * Asks once more for readings the device still has in its ring.
   *
   * <pre>
   *  0    1         2           6
   * ┌────┬─────────┬───────────┬──────┐
   * │ 86 │sequence │from index │count │
   * │    │ u8      │ u32       │ u16  │
   * └────┴─────────┴───────────┴──────┘
   * </pre>
   */
  public static final int BACKFILL = 0x86;

  private PacketType() {}
}
