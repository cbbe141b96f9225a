package io.flatback.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every state that the live page can be in, each as a script. */
final class Gallery {
  private Gallery() {}

  /** @param sensors state of the sensors at first; {@code none}: there is none */
  record Scene(boolean twoSensors, String sensors, Consumer<Script> play) {}

  static Map<String, Scene> scenes() {
    Map<String, Scene> scenes = new LinkedHashMap<>();
    scenes.put("empty", new Scene(false, "none", script -> {}));
    scenes.put("connecting", new Scene(false, "connecting", script -> {}));
    scenes.put("standing", new Scene(false, "streaming", script -> script.mounted().stand(6)));
    scenes.put("learning", one(script -> script.goodSet(2)));
    scenes.put("mid-set", one(script -> script.goodSet(5)));
    scenes.put("twelve", one(script -> script.goodSet(12)));
    scenes.put("gap", one(script -> script.goodSet(3).unseen(2).stand(1)));
    scenes.put("provisional", one(script -> script.goodSet(5).provisional(1.01, 47)));
    scenes.put("withdrawn", one(script -> script.goodSet(5).provisional(0.4, 20).withdraw("no_lockout")));
    scenes.put("watch", one(script -> script.goodSet(6).rep(1.18, 49).rep(1.21, 50).warn("watch", 0.22)));
    scenes.put("warn", one(script -> script.goodSet(6).rep(1.38, 52).rep(1.42, 54).warn("warn", 0.34)));
    scenes.put("lost", one(script -> script.goodSet(4).sensorIs("lost", "No data for 5 s; the radio link is gone.")));
    scenes.put("silent", one(script -> script.goodSet(2).sensorIs("silent", "Connected, but no sample for 2 s.")));
    scenes.put("degraded", one(script -> script.goodSet(2).sensorIs("degraded", "38 % of the samples are missing.")));
    scenes.put("set-ended", one(script -> script.goodSet(8).endSet().stand(2)));
    scenes.put("resting", one(script -> script.goodSet(8).summarise().stand(8)));
    scenes.put(
        "set-ended-warned",
        one(script -> script.goodSet(6).rep(1.38, 52).rep(1.42, 54).warn("warn", 0.34).endSet().stand(2)));
    scenes.put("session-ended", one(script -> script.goodSet(8).endSet().stand(2).endSession()));
    scenes.put(
        "two-sensors",
        new Scene(true, "streaming", script -> script.mounted().stand(2).beginSession().goodSet(6)));
    scenes.put(
        "watch-together",
        new Scene(true, "streaming", script -> script.mounted().stand(2).beginSession().goodSet(6).watchTogether()));
    return scenes;
  }

  private static Scene one(Consumer<Script> play) {
    return new Scene(false, "streaming", script -> play.accept(script.mounted().stand(2).beginSession()));
  }

  /** Opens the live page on a fresh service and plays the scene to its end. */
  static Script open(Browser browser, Stage stage, Scene scene) throws InterruptedException {
    Script script = new Script(scene.twoSensors(), stage::send);
    stage.reset(scene.sensors().equals("none") ? Script.emptySnapshot() : script.snapshot(scene.sensors()));
    browser.driver().get(stage.address() + "/");
    stage.awaitListener();
    scene.play().accept(script);
    return script;
  }

  static Script open(Browser browser, Stage stage, String scene) throws InterruptedException {
    Scene found = scenes().get(scene);
    if (found == null) {
      throw new IllegalArgumentException("no scene '" + scene + "', expected one of " + scenes().keySet());
    }
    return open(browser, stage, found);
  }
}
