// Whatever decodes is spelled in one way only, and its entries know their size.
#include "fuzz.h"
#include "shared/exchange/batch.h"

FUZZ(batch)(const std::uint8_t* data, std::size_t size) {
  const studio::ByteView bytes(data, size);
  auto batch = studio::DecodeBatch(bytes);
  if (!batch) return 0;
  Must(studio::Encode(*batch) == studio::Bytes(bytes.begin(), bytes.end()));
  std::size_t entries = 0;
  for (const studio::BatchEntry& entry : batch->entries) entries += entry.EncodedSize();
  batch->entries.clear();
  Must(studio::Encode(*batch).size() + entries == size);
  return 0;
}
