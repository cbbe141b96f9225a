// Stands in for board, chip and radio where the sketch is compiled on a computer: what it calls, and no more.
#pragma once
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <string>

struct World {
  uint64_t micros = 0;
  std::string toUsb, fromUsb, toAir, fromAir;
  bool usb = false, subscribed = false, buttonDown = false, pairable = true, encrypted = false, chipMute = false;
  int lightLevel = 1, motor = 0, bondsCleared = 0, mtu = 247;
  uint32_t readings = 0;
  void (*dataReady)() = nullptr;
};
inline World world;
