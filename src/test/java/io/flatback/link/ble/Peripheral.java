package io.flatback.link.ble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A Bluetooth device that need not be there; what it is and does is set by the test. */
public final class Peripheral {
  public final String address;
  public final String name;
  public volatile GattProfile profile = GattProfile.NORDIC_UART;
  public volatile boolean inReach = true;
  public volatile boolean wantsBond;
  public volatile boolean refusesToPair;
  /** Bonds when that is asked for, not when bluetoothd tries by itself, as where another program's agent says no. */
  public volatile boolean refusesUnasked;
  public volatile boolean paired;
  public volatile boolean trusted;
  /** The two characteristics carry each other's UUID, as some firmware has it. */
  public volatile boolean swapped;
  public volatile int mtuBytes = 247;
  /** Of its Battery service; below 0 it has none. */
  public volatile int batteryPercent = -1;
  public volatile Consumer<byte[]> written = bytes -> {};

  /** Somebody has asked for it while it was out of reach. */
  public volatile boolean awaited;

  volatile boolean connected;
  /** Increased to have a pending connection given up. */
  volatile int cancelled;

  private final Set<String> subscribers = ConcurrentHashMap.newKeySet();
  private final List<Integer> subscriptionsOfConnection = new ArrayList<>();

  public Peripheral(String address, String name) {
    this.address = address;
    this.name = name;
  }

  String path(String adapter) {
    return adapter + "/dev_" + address.toUpperCase(Locale.ROOT).replace(':', '_');
  }

  synchronized void connectionBegins() {
    subscribers.clear();
    subscriptionsOfConnection.add(0);
  }

  synchronized boolean subscribe(String client) {
    subscriptionsOfConnection.set(
        subscriptionsOfConnection.size() - 1, subscriptionsOfConnection.getLast() + 1);
    return subscribers.add(client);
  }

  void forget(String client) {
    subscribers.remove(client);
  }

  boolean hasSubscriber() {
    return !subscribers.isEmpty();
  }

  /** How often it was subscribed to, connection by connection. */
  public synchronized List<Integer> subscriptionsOfConnection() {
    return List.copyOf(subscriptionsOfConnection);
  }

  public boolean connected() {
    return connected;
  }
}
