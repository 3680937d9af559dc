// A write-ahead log of which SQLite reads the beginning. The sums are put right first where the
// first byte is odd, since no fuzzer finds one.
#include <cstdint>
#include <vector>

#include "fuzz.h"
#include "scratch_file.h"
#include "shared/base/bytes.h"
#include "store/base/log_check.h"

using namespace studio;

namespace {

constexpr std::size_t kHeader = 32, kFrameHead = 24, kFrame = kFrameHead + 4096;

std::uint32_t At(const Bytes& log, std::size_t at) {
  return std::uint32_t{log[at]} << 24 | std::uint32_t{log[at + 1]} << 16 |
         std::uint32_t{log[at + 2]} << 8 | log[at + 3];
}

void Put(Bytes& log, std::size_t at, std::uint32_t word) {
  for (int i = 0; i < 4; ++i)
    log[at + std::size_t(i)] = static_cast<std::uint8_t>(word >> (24 - 8 * i));
}

struct Sums {
  std::uint32_t first = 0, second = 0;
  void Add(const Bytes& log, std::size_t from, std::size_t size) {
    for (std::size_t at = from; at < from + size; at += 8) {
      first += At(log, at) + second;
      second += At(log, at + 4) + first;
    }
  }
  void Write(Bytes& log, std::size_t at) const {
    Put(log, at, first);
    Put(log, at + 4, second);
  }
};

// A log that SQLite would take whole.
void PutRight(Bytes& log) {
  if (log.size() < kHeader) return;
  Put(log, 0, 0x377f0683);
  Sums sums;
  sums.Add(log, 0, 24);
  sums.Write(log, 24);
  for (std::size_t at = kHeader; at + kFrame <= log.size(); at += kFrame) {
    for (std::size_t i = 0; i < 8; ++i) log[at + 8 + i] = log[16 + i];
    sums.Add(log, at, 8);
    sums.Add(log, at + kFrameHead, 4096);
    sums.Write(log, at + 16);
  }
}

}  // namespace

FUZZ(log_check)(const std::uint8_t* data, std::size_t size) {
  static const ScratchFile file(".log-check-wal");
  if (size == 0) return 0;
  Bytes log(data + 1, data + size);
  const bool whole = data[0] % 2 == 1;
  if (whole) PutRight(log);
  file.Hold(log.data(), log.size());
  const bool more = LogHoldsMore(file.path());
  // Behind a log without damage there is nothing that SQLite does not take.
  if (whole) Must(!more);
  return 0;
}
