package io.flatback.store;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param total how many the whole list has
 */
public record Paged<T>(List<T> items, Page page, int total) {
  public Paged {
    items = List.copyOf(items);
  }

  public boolean hasMore() {
    return page.offset() + items.size() < total;
  }
}
