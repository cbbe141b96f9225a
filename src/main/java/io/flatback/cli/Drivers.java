package io.flatback.cli;

import io.flatback.link.ble.GattProfile;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.wire.witmotion.WitGatt;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The makers whose bytes this build understands, by name. */
public final class Drivers {
  public static final String FLATBACK = "flatback";
  public static final String WITMOTION = "witmotion";
  public static final String XIMU3 = "ximu3";

  /** For raw logs. */
  public static final DecoderFactory DECODERS = (driver, placement) -> of(driver, placement).decoder();

  /** Those that {@link #bluetooth} knows. */
  public static final List<String> BY_BLUETOOTH = List.of(FLATBACK, WITMOTION);

  private Drivers() {}

  public static List<String> names() {
    return List.of(FLATBACK, WITMOTION, XIMU3);
  }

  /** @throws IllegalArgumentException for a driver that is not in {@link #names} */
  public static SensorDriver of(String driver, Placement placement) {
    return switch (driver) {
      case FLATBACK -> SensorDriver.flatback(placement);
      case WITMOTION -> SensorDriver.witMotion(placement);
      case XIMU3 -> SensorDriver.ximu3(placement);
      default -> throw new IllegalArgumentException(
          "driver '" + driver + "', expected " + String.join(" or ", names()));
    };
  }

  /** The services by which a maker's sensors are known over Bluetooth. */
  static Map<String, UUID> bluetoothServices() {
    return BY_BLUETOOTH.stream().collect(Collectors.toMap(driver -> driver, driver -> bluetooth(driver).service()));
  }

  /** Where a maker's sensors speak and listen over Bluetooth LE. */
  public static GattProfile bluetooth(String driver) {
    return switch (driver) {
      case FLATBACK -> GattProfile.NORDIC_UART;
      case WITMOTION -> new GattProfile(WitGatt.SERVICE, WitGatt.NOTIFY, WitGatt.WRITE);
      default -> throw new UsageException(
          "driver '" + driver + "' does not speak over Bluetooth here, expected " + String.join(" or ", BY_BLUETOOTH));
    };
  }
}
