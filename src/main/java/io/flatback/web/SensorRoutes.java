package io.flatback.web;

import static io.flatback.web.Operation.delete;
import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.post;

import io.flatback.signal.Placement;
import io.flatback.store.Database;
import io.flatback.store.Sensor;
import io.flatback.store.SensorStore;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sensors that are listened to, and those in reach that could be. */
final class SensorRoutes {
  private static final String LIST = "/api/v1/sensors";

  private final SensorStore sensors;
  private final LiveControl live;

  SensorRoutes(Database database, LiveControl live) {
    this.sensors = database.sensors();
    this.live = live;
  }

  /**
   * @param sensor e.g. {@code serial:/dev/ttyACM0} or {@code ble:C0:FF:EE:00:00:01}
   * @param placement {@code lumbar} or {@code sacrum}
   * @param platform where the other one of two is worn; left out: a place of its own
   */
  record TakeInBody(String sensor, @Nullable String placement, @Nullable String platform) {}

  List<Operation> operations() {
    return List.of(
        get(
                LIST,
                "listSensors",
                "The sensors of this run, what their links are doing, and when their devices were calibrated.",
                new Operation.PageAnswer(200, "A page of sensors.", "ListedSensor", ListedSensorJson.class),
                ctx -> ctx.json(PageJson.cut(ctx, listened(), sensor -> sensor)))
            .with(PageJson.LIMIT, PageJson.OFFSET),
        get(LIST + "/{id}", "getSensor", "One sensor of this run.", json(200, "The sensor."), this::find),
        post(
                LIST,
                "takeInSensor",
                "Listen to a sensor in reach, now and from the next start on. A new Bluetooth sensor is paired.",
                json(201, "It is listened to; live events named sensor say how its link comes up."),
                this::takeIn)
            .taking(TakeInBody.class)
            .refusing(Problem.Kind.SENSOR_NOT_ALLOWED, Problem.Kind.SENSOR_IN_USE, Problem.Kind.PLATFORM_BUSY),
        delete(LIST + "/{id}", "letSensorGo", "Stop listening to a sensor; what it recorded stays.", this::letGo)
            .refusing(Problem.Kind.SESSION_ACTIVE),
        delete(
            LIST + "/{id}/calibration",
            "forgetDeviceCalibration",
            "Delete what a device is put right by; sessions that began with it keep it.",
            this::forgetCalibration),
        get(
                "/api/v1/sensors-in-reach",
                "listSensorsInReach",
                "Serial ports and what answered there, Bluetooth sensors once asked for; none is opened for this.",
                new Operation.PageAnswer(200, "A page of ports.", "InReach", InReachJson.class),
                ctx -> reach(ctx, false))
            .with(PageJson.LIMIT, PageJson.OFFSET),
        post(
                "/api/v1/sensors-in-reach",
                "askSensorsInReach",
                "Ask every port that is not in use who is there, and look for Bluetooth sensors; answers come within"
                    + " three and eight seconds.",
                new Operation.PageAnswer(200, "A page of ports.", "InReach", InReachJson.class),
                ctx -> reach(ctx, true))
            .with(PageJson.LIMIT, PageJson.OFFSET),
        get(
                "/api/v1/machine",
                "examineMachine",
                "What on this machine would stop flatback, each with its remedy.",
                new Operation.PageAnswer(200, "A page of findings.", "Finding", Finding.class),
                ctx -> ctx.json(PageJson.cut(ctx, live.examine(), finding -> finding)))
            .with(PageJson.LIMIT, PageJson.OFFSET));
  }

  private static Operation.Answer json(int status, String description) {
    return new Operation.JsonAnswer(status, description, ListedSensorJson.class);
  }

  private List<ListedSensorJson> listened() {
    return live.platforms().stream()
        .flatMap(platform -> PlatformJson.of(platform).sensors().stream())
        .map(now -> ListedSensorJson.of(known(now), now))
        .toList();
  }

  private Sensor known(SensorJson now) {
    return sensors
        .findByUri(now.sensor())
        .orElseThrow(() -> new IllegalStateException("a sensor that listens is not kept: " + now.sensor()));
  }

  private ListedSensorJson listened(String id) {
    return listened().stream().filter(sensor -> sensor.id().equals(id)).findFirst().orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(String id) {
    return ProblemException.notFound("sensor " + id + " in this run", "GET " + LIST + " lists those there are.");
  }

  private void find(Context ctx) {
    ctx.json(listened(ctx.pathParam("id")));
  }

  private void takeIn(Context ctx) {
    Body body = Body.of(ctx, TakeInBody.class);
    String id = live.takeIn(body.text("sensor"), placement(body), body.textOrNull("platform"));
    ctx.status(201).header("Location", LIST + "/" + id).json(listened(id));
  }

  private static @Nullable Placement placement(Body body) {
    String key = body.textOrNull("placement");
    if (key == null) {
      return null;
    }
    List<String> keys = Arrays.stream(Placement.values()).map(Placement::key).toList();
    if (!keys.contains(key)) {
      throw ProblemException.badValue("Field 'placement'", "'" + key + "'", String.join(" or ", keys));
    }
    return Placement.ofKey(key);
  }

  private void letGo(Context ctx) {
    String id = ctx.pathParam("id");
    if (!live.letGo(id)) {
      throw missing(id);
    }
    ctx.status(204);
  }

  private void reach(Context ctx, boolean ask) {
    ctx.json(PageJson.cut(ctx, live.inReach(ask), InReachJson::of));
  }

  private void forgetCalibration(Context ctx) {
    String id = ctx.pathParam("id");
    if (!live.forgetDeviceCalibration(id)) {
      throw ProblemException.notFound(
          "calibration of a sensor " + id, "GET " + LIST + " lists the sensors and their calibrations.");
    }
    ctx.status(204);
  }
}
