package io.flatback.web;

/** An athlete where only the name is needed. */
record PersonJson(String id, String name) {}
