package io.flatback.cli.reach;

import io.flatback.link.SerialPorts;
import io.flatback.web.InReach;
import io.flatback.web.InReach.State;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a port answered.
 *
 * @param text for people: what, and what to do
 */
public record PortAnswer(
    State state, String driver, String device, double rateHz, @Nullable Integer batteryPercent, String text) {

  /** Left alone. */
  public static final PortAnswer NOT_ASKED =
      new PortAnswer(State.NOT_ASKED, "", "", Double.NaN, null, "There before flatback was, so nothing was sent to it.");
  static final PortAnswer ASKING = new PortAnswer(State.ASKING, "", "", Double.NaN, null, "Being asked who is there.");
  static final PortAnswer IN_USE = new PortAnswer(State.IN_USE, "", "", Double.NaN, null, "One of the sensors above.");

  static PortAnswer answers(String driver, String device, double rateHz, @Nullable Integer batteryPercent) {
    String name = device.isEmpty() ? "a sensor" : device;
    String rate = Double.isNaN(rateHz) ? "" : String.format(Locale.ROOT, ", %.1f Hz", rateHz);
    String battery = batteryPercent == null ? "" : ", battery " + batteryPercent + " %";
    return new PortAnswer(
        State.ANSWERS, driver, device, rateHz, batteryPercent, name + " (driver " + driver + rate + battery + ")");
  }

  static PortAnswer unknown(String text) {
    return new PortAnswer(State.UNKNOWN, "", "", Double.NaN, null, text);
  }

  static PortAnswer refused(String text) {
    return new PortAnswer(State.REFUSED, "", "", Double.NaN, null, text);
  }

  static PortAnswer none(long heardBytes, boolean wasAsked) {
    if (heardBytes > 0) {
      String sent = wasAsked ? "" : " and nothing was sent to it";
      return unknown(
          heardBytes + " bytes that no driver understands" + sent + "; another --baud, or something that is no sensor");
    }
    String text = wasAsked ? "nothing answers: switch the sensor on" : "nothing is heard";
    return new PortAnswer(State.SILENT, "", "", Double.NaN, null, text);
  }

  /** @param withDriver the address names the driver where it is not the usual one */
  InReach of(SerialPorts.Port port, boolean withDriver) {
    String query = withDriver && !driver.isEmpty() ? "?driver=" + driver : "";
    return new InReach(
        "serial:" + port.path() + query, port.description(), state, driver, device,
        Double.isFinite(rateHz) ? Double.valueOf(rateHz) : null, batteryPercent, null, null, text);
  }
}
