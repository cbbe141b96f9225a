package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.Tools;
import io.flatback.cli.reach.CabledSensor;
import io.flatback.link.SerialLink;
import io.flatback.link.SerialPorts.Port;
import io.flatback.link.ble.BluezStandIn;
import io.flatback.link.ble.Peripheral;
import io.flatback.link.ble.PrivateBus;
import io.flatback.link.ble.SystemBus;
import io.flatback.session.BluetoothSensor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sensors that come and go while the service runs: asked for over HTTP, listened to over real ports. */
@Timeout(60)
class TakeInTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SENSORS = "/api/v1/sensors";

  private final List<Port> ports = new CopyOnWriteArrayList<>();
  private SystemBus bus = new SystemBus("unix:path=/nowhere/bus");
  @TempDir private Path directory;

  private Served serve(String... uris) throws IOException {
    Neighbourhood here = new Neighbourhood(() -> List.copyOf(ports), bus, Duration.ofMillis(500));
    return Served.within(here, directory.resolve("data"), uris);
  }

  private CabledSensor plugIn(String name, String uid) throws Exception {
    Tools.require("socat", "apt install socat");
    CabledSensor sensor = CabledSensor.reference(directory.resolve(name), uid);
    ports.add(new Port(sensor.port().toString(), "XIAO " + name));
    return sensor;
  }

  /** Listed, and not there: enough where nothing is to be read. */
  private String absentPort(String name) {
    ports.add(new Port("/dev/absent-" + name, ""));
    return "serial:/dev/absent-" + name;
  }

  private static JsonNode call(Served service, String method, String path, String body, int status)
      throws Exception {
    HttpResponse<String> response = service.answer(method, path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  private static JsonNode takeIn(Served service, String sensor) throws Exception {
    return call(service, "POST", SENSORS, JSON.writeValueAsString(JSON.createObjectNode().put("sensor", sensor)), 201);
  }

  private static void awaitState(Served service, String id, String state) {
    await().atMost(Duration.ofSeconds(20)).until(
        () -> service.get(SENSORS + "/" + id).path("state").asString().equals(state));
  }

  private static List<String> texts(JsonNode items, String field) {
    return items.path("items").values().stream().map(item -> item.path(field).asString()).toList();
  }

  @Test
  void aPortInReachIsListenedToFromNowOnAndLetGoWithItsPortFree() throws Exception {
    try (CabledSensor sensor = plugIn("one", "F1A7BAC0000000B1");
        Served service = serve()) {
      String uri = "serial:" + sensor.port();
      assertThat(service.get("/api/v1/platforms").path("total").asInt()).isZero();
      JsonNode taken = takeIn(service, uri);
      String id = taken.path("id").asString();
      awaitState(service, id, "streaming");
      await().until(() -> service.get("/api/v1/platforms").path("items").path(0).path("sensors").path(0)
          .path("rate_hz").asDouble() > 90);
      assertThat(texts(service.get("/api/v1/sensors-in-reach"), "state")).containsExactly("in_use");
      assertThat(service.answer("GET", "/api/v1/metrics", "").body()).contains("flatback_sensor_state").contains(uri);
      assertThat(call(service, "POST", SENSORS, "{\"sensor\": \"" + uri + "?baud=9600\"}", 409).path("type").asString())
          .endsWith("sensor_in_use");

      assertThat(service.answer("DELETE", SENSORS + "/" + id, "").statusCode()).isEqualTo(204);
      SerialLink.open(sensor.port().toString(), SerialLink.DEFAULT_BAUD).close();
      assertThat(service.get(SENSORS).path("total").asInt()).isZero();
      assertThat(service.get("/api/v1/platforms").path("total").asInt()).isZero();
      assertThat(service.database().sensors().find(id)).as("kept").isPresent();
      call(service, "DELETE", SENSORS + "/" + id, "", 404);
      assertThat(takeIn(service, uri).path("id").asString()).isEqualTo(id);
      awaitState(service, id, "streaming");
    }
  }

  @Test
  void aSensorStaysWhileItsSessionGoesOnAndItsRecordAfterwards() throws Exception {
    try (CabledSensor sensor = plugIn("one", "F1A7BAC0000000B1");
        Served service = serve()) {
      JsonNode taken = takeIn(service, "serial:" + sensor.port());
      String path = SENSORS + "/" + taken.path("id").asString();
      awaitState(service, taken.path("id").asString(), "streaming");
      JsonNode session =
          call(service, "POST", "/api/v1/sessions", "{\"platform\": \"" + taken.path("platform").asString() + "\"}", 201);
      assertThat(call(service, "DELETE", path, "", 409).path("type").asString()).endsWith("session_active");
      await().until(() -> service.get(path).path("rate_hz").asDouble() > 90);
      call(service, "POST", "/api/v1/sessions/" + session.path("id").asString() + "/end", "", 200);
      assertThat(service.answer("DELETE", path, "").statusCode()).isEqualTo(204);
      String record = service.answer("GET", "/api/v1/sessions/" + session.path("id").asString() + "/recording", "").body();
      assertThat(record.lines().count()).isGreaterThan(50);
    }
  }

  @Test
  void whatWasTakenInComesBackAtTheNextStartUntilItIsLetGo() throws Exception {
    String first = absentPort("1");
    String second = absentPort("2");
    try (Served service = serve()) {
      var unused = takeIn(service, first);
      String platform = takeIn(service, second).path("platform").asString();
      call(service, "POST", SENSORS,
          "{\"sensor\": \"ble:C0:FF:EE:00:00:01\", \"placement\": \"sacrum\", \"platform\": \"" + platform + "\"}", 201);
    }
    ports.clear();
    try (Served service = serve(second + "?baud=9600", "sim:clean?placement=lumbar")) {
      assertThat(texts(service.get(SENSORS), "sensor"))
          .as("one device once, though it is named otherwise")
          .containsExactlyInAnyOrder(second + "?baud=9600", "sim:clean?placement=lumbar", first, "ble:C0:FF:EE:00:00:01");
    }
    try (Served service = serve()) {
      for (JsonNode sensor : service.get(SENSORS).path("items").values()) {
        call(service, "DELETE", SENSORS + "/" + sensor.path("id").asString(), "", 204);
      }
    }
    try (Served service = serve()) {
      assertThat(service.get(SENSORS).path("total").asInt()).isZero();
    }
  }

  @Test
  void twoPlacementsShareAPlatformWhenToldSoAndPartAgain() throws Exception {
    String lumbar = absentPort("lumbar");
    String sacrum = absentPort("sacrum");
    String third = absentPort("third");
    String platform;
    try (Served service = serve()) {
      platform = takeIn(service, lumbar).path("platform").asString();
      String where = "\", \"placement\": \"sacrum\", \"platform\": \"" + platform + "\"}";
      call(service, "POST", SENSORS, "{\"sensor\": \"" + sacrum + where, 201);
      assertThat(service.get("/api/v1/platforms/" + platform).path("mode").asString()).isEqualTo("two_sensors");
      assertThat(call(service, "POST", SENSORS, "{\"sensor\": \"" + third + where, 409).path("detail").asString())
          .contains("at sacrum already");
      call(service, "POST", SENSORS, "{\"sensor\": \"" + third + "\", \"platform\": \"none\"}", 404);
      assertThat(service.get(SENSORS).path("total").asInt()).isEqualTo(2);
    }
    try (Served service = serve()) {
      assertThat(service.get("/api/v1/platforms/" + platform).path("mode").asString()).isEqualTo("two_sensors");
      String id = service.database().sensors().findByUri(sacrum).orElseThrow().id();
      call(service, "DELETE", SENSORS + "/" + id, "", 204);
      assertThat(service.get("/api/v1/platforms/" + platform).path("mode").asString()).isEqualTo("one_sensor");
    }
  }

  @Test
  void onlyWhatIsInReachMayBeNamedFromABrowser() throws Exception {
    var unused = absentPort("1");
    try (Served service = serve()) {
      refused(service, 403, "sensor_not_allowed", "replay:/etc/passwd", "replay:samples/squat.csv.gz", "sim:clean",
          "tcp:127.0.0.1:22", "udp:127.0.0.1:9000");
      refused(service, 404, "not_found", "serial:/etc/passwd", "serial:/dev/watchdog", "serial:/dev/../dev/absent-1");
      refused(service, 400, "bad_value", "serial:/dev/absent-1?baud=fast", "serial:/dev/absent-1?driver=none", "usb:0",
          "ble:", "ble:one?driver=ximu3", "ble:one\\ntwo");
      assertThat(service.get(SENSORS).path("total").asInt()).isZero();
      assertThat(service.database().sensors().takenIn()).isEmpty();
    }
  }

  private static void refused(Served service, int status, String type, String... sensors) throws Exception {
    for (String sensor : sensors) {
      JsonNode problem = call(service, "POST", SENSORS, "{\"sensor\": \"" + sensor + "\"}", status);
      assertThat(problem.path("type").asString()).as(sensor).endsWith(type);
      assertThat(problem.path("remedy").asString()).as(sensor).isNotBlank();
    }
  }

  @Test
  void aPageOfAnotherSiteTakesNothingIn() throws Exception {
    String body = "{\"sensor\": \"" + absentPort("1") + "\"}";
    try (Served service = serve()) {
      HttpRequest.Builder foreign =
          service.request(SENSORS).header("Origin", "https://example.org").header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(Served.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
      HttpRequest.Builder simple =
          service.request(SENSORS).header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(Served.send(simple, HttpResponse.BodyHandlers.ofString()).statusCode())
          .as("what a form of another site can send without being asked about").isEqualTo(415);
      assertThat(service.get(SENSORS).path("total").asInt()).isZero();
    }
  }

  @Test
  void pluggingInAndOutIsToldAsALiveEvent() throws Exception {
    try (Served service = serve()) {
      List<String> heard = new CopyOnWriteArrayList<>();
      Thread.ofVirtual().start(() -> listen(service, heard));
      await().until(() -> heard.contains("event: snapshot"));
      var unused = absentPort("new");
      await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains("event: port"));
      assertThat(heard).anySatisfy(line -> assertThat(line).contains("serial:/dev/absent-new", "plugged_in"));
      ports.clear();
      await().atMost(Duration.ofSeconds(10)).until(() -> heard.stream().anyMatch(line -> line.contains("unplugged")));
    }
  }

  private static void listen(Served service, List<String> heard) {
    try (Stream<String> lines =
        Served.send(service.request("/api/v1/live"), HttpResponse.BodyHandlers.ofLines()).body()) {
      lines.forEach(heard::add);
    } catch (IOException | InterruptedException | java.io.UncheckedIOException over) {
      heard.add("over");
    }
  }

  @Test
  void aBluetoothSensorIsFoundPairedOnceItsButtonWasPressedAndUsed() throws Exception {
    Peripheral device = new Peripheral("C0:FF:EE:00:00:01", "flatback 01");
    device.wantsBond = true;
    device.refusesToPair = true;
    device.batteryPercent = 78;
    try (PrivateBus own = new PrivateBus(directory);
        BluezStandIn bluez = new BluezStandIn(own.address(), device);
        BluetoothSensor worn = BluetoothSensor.behind(bluez, device, 600)) {
      bus = own.address();
      try (Served service = serve()) {
        JsonNode looking = call(service, "POST", "/api/v1/sensors-in-reach", "", 200);
        assertThat(texts(looking, "state")).containsExactly("asking");
        await().atMost(Duration.ofSeconds(20)).until(
            () -> texts(service.get("/api/v1/sensors-in-reach"), "state").equals(List.of("answers")));
        JsonNode found = service.get("/api/v1/sensors-in-reach").path("items").path(0);
        assertThat(found.path("sensor").asString()).isEqualTo("ble:" + device.address);
        assertThat(found.path("signal_dbm").asInt()).isEqualTo(-55);
        assertThat(found.path("text").asString()).contains("Not paired yet");

        String id = takeIn(service, "ble:" + device.address).path("id").asString();
        awaitState(service, id, "lost");
        assertThat(service.get(SENSORS + "/" + id).path("reason").asString())
            .contains("refused to pair", "press the sensor's button");
        device.refusesToPair = false;
        awaitState(service, id, "streaming");
        assertThat(device.paired).isTrue();
        worn.fallSilent();
        awaitState(service, id, "silent");
        assertThat(texts(service.get("/api/v1/sensors-in-reach"), "state")).containsExactly("in_use");
        call(service, "DELETE", SENSORS + "/" + id, "", 204);
        await().atMost(Duration.ofSeconds(5)).until(() -> !device.connected());
      }
    }
  }
}
