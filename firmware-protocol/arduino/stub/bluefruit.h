#pragma once
#include <Arduino.h>

enum { BANDWIDTH_MAX = 4, SECMODE_OPEN = 0x11, SECMODE_ENC_NO_MITM = 0x21 };
enum { BLE_GAP_ADV_FLAGS_LE_ONLY_GENERAL_DISC_MODE = 6 };
typedef int SecureMode_t;

struct BLEConnection {
  int getMtu() { return world.mtu; }
  bool requestMtuExchange(uint16_t) { return true; }
};
struct BLEUart {
  void setPermission(SecureMode_t read, SecureMode_t write) {
    world.encrypted = read == SECMODE_ENC_NO_MITM && write == read;
  }
  int begin() { return 0; }
  bool notifyEnabled() { return world.subscribed; }
  int available() { return (int)world.fromAir.size(); }
  int read() { int byte = (uint8_t)world.fromAir[0]; world.fromAir.erase(0, 1); return byte; }
  size_t write(const uint8_t *bytes, size_t count) {
    world.toAir.append((const char *)bytes, count);
    return count;
  }
};
struct Bluetooth {
  struct {
    void setPairable(bool open) { world.pairable = open; }
    void setIOCaps(bool, bool, bool) {}
    void setMITM(bool) {}
  } Security;
  struct {
    void setConnectCallback(void (*)(uint16_t)) {}
    void setConnInterval(uint16_t, uint16_t) {}
    void clearBonds() { world.bondsCleared++; }
  } Periph;
  struct {
    void addFlags(int) {}
    void addService(BLEUart &) {}
    void addName() {}
    void restartOnDisconnect(bool) {}
    void start(int) {}
  } Advertising, ScanResponse;
  BLEConnection connection;
  BLEConnection *Connection(uint16_t) { return &connection; }
  uint16_t connHandle() { return 0; }
  bool connected() { return world.subscribed; }
  void configPrphBandwidth(int) {}
  void begin() {}
  void setName(const char *) {}
};
inline Bluetooth Bluefruit;
