package io.flatback.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C or a polite end, then closes what runs; the process ends as one that did what it was told. */
final class UntilStopped {
  private final AutoCloseable running;
  private final CountDownLatch closed = new CountDownLatch(1);

  UntilStopped(AutoCloseable running) {
    this.running = running;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    int code = ExitCode.DONE.number();
    try {
      running.close();
    } catch (Exception e) {
      code = Complaint.of(e).code().number();
      System.err.println("flatback: " + Complaint.of(e).line());
    }
    closed.countDown();
    Runtime.getRuntime().halt(code);
  }

  ExitCode await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }
}
