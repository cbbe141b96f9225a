package io.flatback.form.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of sources and thresholds, complete or not at all: every {@link ThresholdKey} has its row,
 * every row its key and its source, and no source stands unused. Immutable.
 */
public final class Evidence {
  /** As shipped. */
  public static final Evidence CATALOGUE = shipped();

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<ThresholdKey, Threshold> thresholds = new EnumMap<>(ThresholdKey.class);
  private final ChartLimits chartLimits;

  /** Refuses a catalogue that is not complete, naming the row. */
  Evidence(List<Source> sources, List<Threshold> thresholds, ChartLimits chartLimits) {
    this.chartLimits = chartLimits;
    sources.forEach(this::add);
    thresholds.forEach(this::add);
    requireEveryKey();
    requireEverySourceUsed();
  }

  public Threshold threshold(ThresholdKey key) {
    Threshold threshold = thresholds.get(key);
    if (threshold == null) {
      throw new IllegalStateException("threshold '" + key.key() + "' has no row in the catalogue");
    }
    return threshold;
  }

  /** The bare number, in the threshold's unit. */
  public double value(ThresholdKey key) {
    return threshold(key).value();
  }

  /** The number of a threshold that counts. */
  public int count(ThresholdKey key) {
    return Math.toIntExact(Math.round(value(key)));
  }

  /** Throws for a key that is not in the catalogue. */
  public Source source(String key) {
    Source source = sources.get(key);
    if (source == null) {
      throw new IllegalArgumentException("source '" + key + "' is not in the catalogue: " + sources.keySet());
    }
    return source;
  }

  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  public List<Threshold> thresholds() {
    return List.copyOf(thresholds.values());
  }

  public ChartLimits chartLimits() {
    return chartLimits;
  }

  private void add(Source source) {
    if (sources.put(source.key(), source) != null) {
      throw new IllegalArgumentException("source '" + source.key() + "' stands twice in the catalogue");
    }
  }

  private void add(Threshold threshold) {
    source(threshold.source());
    for (ThresholdKey key : ThresholdKey.values()) {
      if (key.key().equals(threshold.key())) {
        if (thresholds.put(key, threshold) != null) {
          throw new IllegalArgumentException("threshold '" + threshold.key() + "' stands twice in the catalogue");
        }
        return;
      }
    }
    throw new IllegalArgumentException("threshold '" + threshold.key() + "' is in the catalogue but not in the code");
  }

  private void requireEveryKey() {
    for (ThresholdKey key : ThresholdKey.values()) {
      threshold(key);
    }
  }

  private void requireEverySourceUsed() {
    Set<String> unused = new HashSet<>(sources.keySet());
    unused.remove(source(chartLimits.source()).key());
    thresholds.values().forEach(threshold -> unused.remove(threshold.source()));
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("sources that no threshold rests on: " + unused);
    }
  }

  private static Evidence shipped() {
    return new Evidence(
        List.of(read("sources.json", Source[].class)),
        List.of(read("thresholds.json", Threshold[].class)),
        read("chart-limits.json", ChartLimits.class));
  }

  private static <T> T read(String name, Class<T> type) {
    JsonMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    try (InputStream in = Evidence.class.getResourceAsStream("/evidence/" + name)) {
      if (in == null) {
        throw new IllegalStateException("resource /evidence/" + name + " is missing from this build: build again");
      }
      return mapper.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
