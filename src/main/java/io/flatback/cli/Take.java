package io.flatback.cli;

import io.flatback.link.LinkLostException;
import io.flatback.session.SensorListener;
import io.flatback.session.SensorSupervisor;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One recording being made: writes what the sensor says, shows how it goes, and ends cleanly. */
final class Take implements SensorListener {
  private static final long PATIENCE_SECONDS = 5;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Path out;
  private final Terminal terminal;
  private final StopClock clock;
  private final long endNanos;
  private final Progress progress;
  private final long startNanos;
  private final CountDownLatch finished = new CountDownLatch(1);
  private @Nullable RecordingTarget target;
  private volatile @Nullable SensorSupervisor supervisor;
  private volatile @Nullable IOException failure;
  private volatile @Nullable Throwable fault;
  private volatile boolean stopped;
  private String shownState = "";
  private long samples;
  private long gaps;

  Take(Path out, Terminal terminal, StopClock clock, @Nullable Double seconds) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.progress = new Progress(terminal, clock);
    this.startNanos = clock.nanoTime();
    this.endNanos = seconds == null ? Long.MAX_VALUE : startNanos + (long) (seconds * 1e9);
  }

  void begin(RecordingTarget begun) {
    target = begun;
  }

  /** Records until the link ends, something fails, the time is over, or the process is asked to stop. */
  void run(SensorSupervisor listened) throws IOException {
    supervisor = listened;
    Thread listening = new Thread(listened, "record");
    listening.setUncaughtExceptionHandler((thread, thrown) -> fault = thrown);
    Thread hook = new Thread(this::stopAndLeave, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    listening.start();
    try {
      await(listening);
      finish();
    } finally {
      finished.countDown();
      if (!stopped) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private void await(Thread listening) {
    try {
      while (!listening.join(LOOK_EVERY)) {
        if (clock.nanoTime() - endNanos >= 0) {
          stop();
        }
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  private void finish() throws IOException {
    progress.clear();
    OutputFile.writing(out, () -> require(target).close());
    if (fault != null) {
      throw new IllegalStateException("listening ended: " + fault, fault);
    }
    if (failure != null) {
      throw failure;
    }
    if (samples == 0) {
      throw new LinkLostException("no reading came, " + out + " is empty: see 'flatback sensors' for what answers");
    }
    terminal.err().println(summary() + " → " + out);
  }

  /** Ctrl-C: the file is finished first, and the exit code is that of a command that did what it was told. */
  private void stopAndLeave() {
    stopped = true;
    stop();
    boolean whole = false;
    try {
      whole = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean good = whole && failure == null && fault == null && samples > 0;
    Runtime.getRuntime().halt(good ? ExitCode.DONE.number() : ExitCode.UNAVAILABLE.number());
  }

  private void stop() {
    require(supervisor).close();
    clock.stop();
  }

  /** What can't be helped by trying again. */
  void fail(IOException wrong) {
    if (failure == null) {
      failure = wrong;
    }
    stop();
  }

  @Override
  public void raw(byte[] bytes, int length, long arrivalNanos) {
    write(() -> require(target).raw(bytes, length, arrivalNanos));
  }

  @Override
  public void signal(Placement placement, SignalEvent event) {
    write(() -> require(target).signal(placement, event));
    switch (event) {
      case Sample sample -> samples++;
      case Gap gap -> gaps++;
    }
  }

  @Override
  public void status(SensorStatus status) {
    write(() -> require(target).secure());
    String state = status.state().name().toLowerCase(Locale.ROOT) + (status.reason().isEmpty() ? "" : ": ");
    if (!shownState.equals(state + status.reason())) {
      shownState = state + status.reason();
      progress.clear();
      terminal.err().println(status.sensor() + " " + shownState);
    }
    progress.show(() -> summary() + String.format(Locale.ROOT, ", %.1f Hz", status.figures().rateHz()));
  }

  private void write(OutputFile.Writing writing) {
    if (failure != null) {
      return;
    }
    try {
      OutputFile.writing(out, writing);
    } catch (OutputException e) {
      fail(e);
    }
  }

  private String summary() {
    double seconds = (clock.nanoTime() - startNanos) * 1e-9;
    return String.format(Locale.ROOT, "%.0f s: %d readings, %d gaps", seconds, samples, gaps);
  }

  private static <T> T require(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not begun");
    }
    return part;
  }
}
