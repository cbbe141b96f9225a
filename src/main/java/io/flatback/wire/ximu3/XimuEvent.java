package io.flatback.wire.ximu3;

/** What an x-IMU3 stream is made of: messages, and bytes that were none. */
public sealed interface XimuEvent {
  /** @param timeMicros the device's own time, from 0 when it was switched on */
  record Inertial(
      long timeMicros,
      double gyroXDps,
      double gyroYDps,
      double gyroZDps,
      double accXG,
      double accYG,
      double accZG)
      implements XimuEvent {}

  record Battery(int percent) implements XimuEvent {}

  /** Who the device is: the answer to a ping. */
  record Device(String name, String serialNumber) implements XimuEvent {}

  /** Another message of the protocol, of no use here. */
  record Other(char type) implements XimuEvent {}

  /**
   * Bytes up to a line feed that are no message.
   *
   * @param detail one line for people: what was found, what was expected, what to do
   */
  record Skipped(int byteCount, String detail) implements XimuEvent {}
}
