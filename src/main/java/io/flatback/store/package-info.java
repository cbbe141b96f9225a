/**
 * What is kept: athletes, sensors, sessions, sets, reps, warnings, and the raw record from which all of
 * it can be computed again. SQL lives only here.
 *
 * <p>In: bytes as they arrived ({@link io.flatback.store.RawJournal}), session events as they happen and
 * results of the second look ({@link io.flatback.store.ResultStore}). Out: the same, read back, and a
 * session's raw record as a {@link io.flatback.recording.Recording} ({@link
 * io.flatback.store.SessionRecording}). Start at {@link io.flatback.store.Database}: one per data
 * directory and process, and everything else hangs on it.
 *
 * <p>One SQLite file in WAL mode with {@code synchronous=FULL}: what a method has returned from is on
 * disk, except for {@code RawJournal.append}, which may be up to a second behind. All classes that hang on
 * {@code Database} may be used from any thread. All failures are {@link
 * io.flatback.store.StoreException}s, unchecked, whose message says what to do; a full disk is a {@link
 * io.flatback.store.StoreFullException}. Ids are short random strings, safe in a URL.
 */
@NullMarked
package io.flatback.store;

import org.jspecify.annotations.NullMarked;
