package io.flatback.wire.witmotion;

import java.util.UUID;

/** Where a WitMotion sensor is spoken to over Bluetooth LE. Its base ends in 9a34fb, not in the SIG's 9b34fb. */
public final class WitGatt {
  public static final UUID SERVICE = UUID.fromString("0000ffe5-0000-1000-8000-00805f9a34fb");
  public static final UUID NOTIFY = UUID.fromString("0000ffe4-0000-1000-8000-00805f9a34fb");
  public static final UUID WRITE = UUID.fromString("0000ffe9-0000-1000-8000-00805f9a34fb");

  private WitGatt() {}
}
