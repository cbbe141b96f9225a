/**
 * Live and afterwards in a browser: the HTTP interface, live events, and the app. Javalin lives only
 * here.
 */
@NullMarked
package io.flatback.web;

import org.jspecify.annotations.NullMarked;
