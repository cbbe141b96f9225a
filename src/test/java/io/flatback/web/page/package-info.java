/** The pages, tried in a real browser against a scripted service. */
@org.jspecify.annotations.NullMarked
package io.flatback.web.page;
