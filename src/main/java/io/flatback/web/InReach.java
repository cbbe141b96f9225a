package io.flatback.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A port or device that could be listened to.
 *
 * @param sensor its address, as {@code --sensor} takes it
 * @param description what the port calls itself
 * @param driver that answered; empty where none did
 * @param device what the device calls itself; empty where it has not said
 * @param paired whether a Bluetooth device has a bond with this machine; null for what needs none
 * @param text what is known, and what to do
 */
public record InReach(
    String sensor,
    String description,
    State state,
    String driver,
    String device,
    @Nullable Double rateHz,
    @Nullable Integer batteryPercent,
    @Nullable Integer signalDbm,
    @Nullable Boolean paired,
    String text) {

  /** What is known of it. */
  public enum State {
    /** A sensor that can be listened to. */
    ANSWERS,
    /** Bytes that no driver of this build understands. */
    UNKNOWN,
    /** It was asked and said nothing. */
    SILENT,
    /** Its port can't be opened, for the reason in the text. */
    REFUSED,
    /** One of the sensors of this run. */
    IN_USE,
    /** There, and not opened: it may belong to something else. */
    NOT_ASKED,
    /** Being asked now. */
    ASKING;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
