package io.flatback.wire;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Who the device is and what its numbers mean. The scales are sent by the device and never guessed from a
 * full scale: an LSM6DS3 at ±1000 °/s counts 35 m°/s, not 1000/32768.
 *
 * @param uid 16 hexadecimal digits, upper case, in the order of the bytes
 * @param imuModel 0 unknown, 1 LSM6DS3TR-C, 2 MPU-6050, 254 simulated
 * @param mounting how the maker expects it to be worn; information only, the mounting is always found
 * @param rateCentiHz nominal rate in hundredths of a hertz
 * @param accelLsbNanoG size of one count
 * @param gyroLsbMicroDps size of one count, in millionths of a degree per second
 * @param ringSamples how many readings it keeps for back-fill; 0 for none
 * @param features bit 0 vibration, 1 light, 2 sound, 3 back-fill, 4 battery gauge
 * @param name up to {@value #MAX_NAME_BYTES} printable ASCII characters
 */
public record Hello(
    int major,
    int minor,
    int bootId,
    String uid,
    int imuModel,
    int mounting,
    int rateCentiHz,
    long accelLsbNanoG,
    long gyroLsbMicroDps,
    int ringSamples,
    int features,
    Firmware firmware,
    String name)
    implements WireMessage {
  /** The only major version this build reads. A greater minor version only adds packet types. */
  public static final int MAJOR = 1;

  public static final int MAX_NAME_BYTES = 32;

  /** Feature bit: it has a motor. */
  public static final int VIBRATION = 1;

  /** From ±1 g, below which gravity does not fit, to ±200 g. */
  static final long MIN_ACCEL_LSB_NANO_G = 30_000;

  static final long MAX_ACCEL_LSB_NANO_G = 6_200_000;

  /** From ±125 °/s, less a margin, to ±4000 °/s and a half more. */
  static final long MIN_GYRO_LSB_MICRO_DPS = 3_000;

  static final long MAX_GYRO_LSB_MICRO_DPS = 200_000;

  /** One hertz: slower is no movement sensor. */
  static final int MIN_RATE_CENTI_HZ = 100;

  private static final Pattern UID = Pattern.compile("[0-9A-F]{16}");
  private static final Pattern NAME = Pattern.compile("[ -~]{0," + MAX_NAME_BYTES + "}");

  /** Version of the program in the device. */
  public record Firmware(int major, int minor, int patch) {
    public Firmware {
      Unsigned.u8("firmware major", major);
      Unsigned.u8("firmware minor", minor);
      Unsigned.u8("firmware patch", patch);
    }
  }

  public Hello {
    Unsigned.inRange("version", major, MAJOR, MAJOR);
    Unsigned.u8("minor version", minor);
    Unsigned.u8("boot id", bootId);
    if (!UID.matcher(uid).matches()) {
      throw new IllegalArgumentException("uid=" + uid + ", expected 16 upper-case hexadecimal digits");
    }
    Unsigned.u8("imu model", imuModel);
    Unsigned.u8("mounting", mounting);
    Unsigned.inRange("rate_centihz", rateCentiHz, MIN_RATE_CENTI_HZ, 0xFFFF);
    Unsigned.inRange("accelerometer LSB nano-g", accelLsbNanoG, MIN_ACCEL_LSB_NANO_G, MAX_ACCEL_LSB_NANO_G);
    Unsigned.inRange("gyro LSB micro-°/s", gyroLsbMicroDps, MIN_GYRO_LSB_MICRO_DPS, MAX_GYRO_LSB_MICRO_DPS);
    Unsigned.u16("ring length", ringSamples);
    Unsigned.u8("features", features);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name of " + name.getBytes(StandardCharsets.UTF_8).length + " bytes, expected up to " + MAX_NAME_BYTES
              + " printable ASCII characters");
    }
  }

  public double rateHz() {
    return rateCentiHz / 100.0;
  }

  @Override
  public int type() {
    return PacketType.HELLO;
  }
}
