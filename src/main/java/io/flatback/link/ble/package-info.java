/**
 * Sensors by Bluetooth LE, on Linux, through BlueZ over D-Bus. In: a device's name or address and its {@link
 * io.flatback.link.ble.GattProfile}. Out: a {@link io.flatback.link.ByteLink}, or a word on why not. {@code Bluez} is
 * the conversation with bluetoothd, {@code BleConnector} the way from a name to a subscription; read {@link
 * io.flatback.link.ble.BleLinkOpener} first.
 */
@NullMarked
package io.flatback.link.ble;

import org.jspecify.annotations.NullMarked;
