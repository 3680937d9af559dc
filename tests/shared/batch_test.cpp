#include "shared/exchange/batch.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

TEST_CASE("a batch survives its bytes, with and without bodies") {
  const Batch batch = samples::TwoRecords();
  const auto back = DecodeBatch(Encode(batch));
  REQUIRE(back);
  CHECK(back->terminal == 37);
  CHECK(back->opening.FirstPrevious() == batch.opening.FirstPrevious());
  CHECK(back->head == batch.head);
  REQUIRE(back->entries.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(back->entries[i].header == batch.entries[i].header);
    CHECK(back->entries[i].sealed == batch.entries[i].sealed);
    CHECK(VerifyPlace(samples::Terminal().Public(), DigestOfHeader(back->entries[i].header),
                      back->entries[i].place));
  }
}

TEST_CASE("an entry knows its size on the wire") {
  Batch batch = samples::TwoRecords();
  const std::size_t both = Encode(batch).size();
  const std::size_t last = batch.entries.back().EncodedSize();
  batch.entries.pop_back();
  CHECK(Encode(batch).size() == both - last);
  const std::size_t first = batch.entries.back().EncodedSize();
  batch.entries.pop_back();
  CHECK(Encode(batch).size() == both - last - first);
}

TEST_CASE("a greeting is a batch with nothing in it") {
  Batch batch = samples::TwoRecords();
  batch.entries.clear();
  CHECK(DecodeBatch(Encode(batch))->entries.empty());
}

TEST_CASE("a batch cut anywhere, or with a byte too many, is refused") {
  Bytes bytes = Encode(samples::TwoRecords());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(DecodeBatch(ByteView(bytes).first(size)));
  }
  bytes.push_back(0);
  CHECK_FALSE(DecodeBatch(bytes));
}

TEST_CASE("every altered bit of a batch is refused or reads as another batch") {
  const Bytes bytes = Encode(samples::TwoRecords());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      const Bytes altered = samples::Flipped(bytes, at, bit);
      if (const auto back = DecodeBatch(altered)) CHECK(Encode(*back) == altered);
    }
  }
}

TEST_CASE("a batch over its limits is refused") {
  Batch batch = samples::TwoRecords();
  batch.entries.assign(kMaxBatchRecords, batch.entries.back());
  Bytes bytes = Encode(batch);
  CHECK(DecodeBatch(bytes));
  const std::size_t count_at = 4 + 4 + 77 + 40;
  REQUIRE(bytes[count_at] == kMaxBatchRecords >> 8);
  ++bytes[count_at + 1];
  batch.entries.resize(1);
  const Bytes one_more = Encode(batch);
  bytes.insert(bytes.end(), one_more.begin() + count_at + 2, one_more.end());
  CHECK_FALSE(DecodeBatch(bytes));

  batch.entries.front().sealed = Bytes(kMaxBatchBytes);
  CHECK_FALSE(DecodeBatch(Encode(batch)));
}
