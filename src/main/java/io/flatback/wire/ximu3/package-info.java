/**
 * What an x-IMU3 sends and hears, the same bytes over USB, serial, TCP, UDP, Bluetooth and in {@code .ximu3}
 * files. In: bytes. Out: {@link io.flatback.wire.ximu3.XimuEvent}s. Read {@code signal.XimuSignalDecoder} next.
 */
@NullMarked
package io.flatback.wire.ximu3;

import org.jspecify.annotations.NullMarked;
