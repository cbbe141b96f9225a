package io.flatback.wire;

import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The message that a vector's JSON describes. */
final class Expected {
  private Expected() {}

  static WireMessage message(JsonNode json) {
    return switch (json.get("message").asString()) {
      case "HELLO" -> hello(json);
      case "STATUS" ->
          new WireMessage.Status(
              i(json, "boot_id"),
              l(json, "t_us"),
              i(json, "battery_mv"),
              i(json, "battery_percent"),
              i(json, "temperature_centi_c"),
              i(json, "drops"),
              i(json, "bus_errors"));
      case "PONG" -> new WireMessage.Pong(i(json, "token"), l(json, "t_rx_us"), l(json, "t_tx_us"));
      case "ACK" -> new WireMessage.Ack(i(json, "command"), i(json, "sequence"), i(json, "status"));
      case "IMU6" -> imu6(json);
      case "GET_HELLO" -> new WireMessage.GetHello(i(json, "sequence"));
      case "START" -> new WireMessage.Start(i(json, "sequence"));
      case "STOP" -> new WireMessage.Stop(i(json, "sequence"));
      case "RATE" -> new WireMessage.Rate(i(json, "sequence"), i(json, "rate_centihz"), i(json, "batch"));
      case "PING" -> new WireMessage.Ping(i(json, "sequence"), i(json, "token"));
      case "FEEDBACK" ->
          new WireMessage.Feedback(
              i(json, "sequence"),
              i(json, "kind"),
              i(json, "on_ms"),
              i(json, "intensity"),
              i(json, "off_ms"),
              i(json, "repeat"));
      case "BACKFILL" -> new WireMessage.Backfill(i(json, "sequence"), l(json, "from_index"), i(json, "count"));
      case "UNKNOWN" -> new WireMessage.Unknown(i(json, "type"), json.get("payload_hex").asString());
      default -> throw new IllegalArgumentException("vector speaks of " + json);
    };
  }

  private static Hello hello(JsonNode json) {
    JsonNode firmware = json.get("firmware");
    return new Hello(
        i(json, "major"),
        i(json, "minor"),
        i(json, "boot_id"),
        json.get("uid").asString(),
        i(json, "imu_model"),
        i(json, "mounting"),
        i(json, "rate_centihz"),
        l(json, "accel_lsb_nano_g"),
        l(json, "gyro_lsb_micro_dps"),
        i(json, "ring_samples"),
        i(json, "features"),
        new Hello.Firmware(firmware.get(0).asInt(), firmware.get(1).asInt(), firmware.get(2).asInt()),
        json.get("name").asString());
  }

  private static Imu6 imu6(JsonNode json) {
    int[] flat =
        json.get("counts").valueStream().flatMapToInt(row -> row.valueStream().mapToInt(JsonNode::asInt)).toArray();
    short[] counts = new short[flat.length];
    IntStream.range(0, flat.length).forEach(at -> counts[at] = (short) flat[at]);
    return new Imu6(
        i(json, "flags"),
        l(json, "first_index"),
        l(json, "t_us"),
        i(json, "dt_us"),
        i(json, "boot_id"),
        new Counts(counts));
  }

  private static int i(JsonNode json, String field) {
    return json.get(field).asInt();
  }

  private static long l(JsonNode json, String field) {
    return json.get(field).asLong();
  }
}
