// What the county signed as a page of its feed, past the signature. A page that reads must read the
// same after being written again; each thing it carries is read as the registry reads it.
#include "fuzz.h"
#include "shared/feed/feed.h"
#include "shared/feed/kinds.h"

using namespace studio;

FUZZ(feed_page)(const std::uint8_t* data, std::size_t size) {
  const auto page = FeedPageFromJson(AsText({data, size}));
  if (!page) return 0;
  const std::string text = ToJson(*page);
  const auto again = FeedPageFromJson(text);
  Must(again && ToJson(*again) == text);
  for (const FeedChange& change : page->changes) {
    const FeedKindRow* row = FindFeedKind(change.kind);
    if (row) (void)row->check(change.body, change.id);
  }
  return 0;
}
