#include "store/base/page_scan.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace studio {
namespace {

constexpr std::size_t kWalHeader = 32;
constexpr std::size_t kScanFrameHeader = 24;
constexpr std::size_t kDatabaseHeader = 100;
constexpr std::size_t kPageSize = 4096;  // what this program's databases are made with
constexpr std::uint8_t kTableLeaf = 0x0d;
constexpr std::uint64_t kMaxPayload = 1024 * 1024;  // a sealed body is at most 256 KiB

class Varints {
 public:
  explicit Varints(ByteView bytes) : in_(bytes) {}
  std::uint64_t Next() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) {
      const std::uint8_t byte = in_.U8();
      value = value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0) return value;
    }
    return value << 8 | in_.U8();
  }
  ByteReader& rest() { return in_; }

 private:
  ByteReader in_;
};

std::int64_t SignedOf(ByteView bytes) {
  std::uint64_t value = (bytes[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (std::uint8_t byte : bytes) value = value << 8 | byte;
  return static_cast<std::int64_t>(value);
}

std::optional<ScannedRow> DecodePayload(ByteView payload, std::size_t columns) {
  Varints sizes(payload);
  const std::uint64_t header_size = sizes.Next();
  if (header_size < columns || header_size > payload.size()) return std::nullopt;
  Varints types(payload.first(header_size));
  types.Next();
  ByteReader body(payload.subspan(header_size));
  ScannedRow row;
  for (std::size_t i = 0; i < columns; ++i) {
    static constexpr std::size_t kIntegerSizes[] = {0, 1, 2, 3, 4, 6, 8};
    const std::uint64_t type = types.Next();
    if (type == 0) {
      row.emplace_back();
    } else if (type <= 6) {
      const ByteView raw = body.Raw(kIntegerSizes[type]);
      if (!body.ok()) return std::nullopt;
      row.emplace_back(SignedOf(raw));
    } else if (type == 8 || type == 9) {
      row.emplace_back(static_cast<std::int64_t>(type - 8));
    } else if (type >= 12) {
      const ByteView raw = body.Raw((type - 12) / 2);
      if (!body.ok()) return std::nullopt;
      if (type % 2 == 0) {
        row.emplace_back(Bytes(raw.begin(), raw.end()));
      } else {
        row.emplace_back(std::string(AsText(raw)));
      }
    } else {
      return std::nullopt;
    }
  }
  if (!types.rest().AtEnd() || !body.AtEnd()) return std::nullopt;
  return row;
}

// Pages by number, for overflow chains; in a log, as of the frame being read.
using PageOf = std::function<std::optional<ByteView>(std::uint32_t)>;

// What of a payload is on the leaf itself (file format §1.6, "cell payload overflow").
std::size_t LocalSize(std::uint64_t payload) {
  const std::uint64_t usable = kPageSize;
  if (payload <= usable - 35) return static_cast<std::size_t>(payload);
  const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
  const std::uint64_t some = least + (payload - least) % (usable - 4);
  return static_cast<std::size_t>(some <= usable - 35 ? some : least);
}

std::optional<Bytes> ReadPayload(ByteReader& cell, std::uint64_t size, const PageOf& page_of) {
  const std::size_t local = LocalSize(size);
  const ByteView head = cell.Raw(local);
  Bytes payload(head.begin(), head.end());
  std::uint32_t next = local < size ? cell.U32() : 0;
  if (!cell.ok()) return std::nullopt;
  while (payload.size() < size) {
    const auto page = page_of(next);
    if (!page) return std::nullopt;
    ByteReader overflow(*page);
    next = overflow.U32();
    const ByteView part =
        overflow.Raw(std::min<std::uint64_t>(size - payload.size(), kPageSize - 4));
    payload.insert(payload.end(), part.begin(), part.end());
  }
  return payload;
}

void ScanPage(ByteView page, std::size_t start, std::size_t columns, const PageOf& page_of,
              const FoundRow& found) {
  if (page[start] != kTableLeaf) return;
  ByteReader head(page.subspan(start + 3));
  const std::size_t cells = head.U16();
  ByteReader pointers(page.subspan(start + 8));
  for (std::size_t i = 0; i < cells && pointers.left() >= 2; ++i) {
    const std::size_t offset = pointers.U16();
    if (offset < start + 8 || offset >= page.size()) continue;
    Varints cell(page.subspan(offset));
    const std::uint64_t size = cell.Next();
    cell.Next();  // the rowid
    if (!cell.rest().ok() || size > kMaxPayload) continue;
    const auto payload = ReadPayload(cell.rest(), size, page_of);
    if (!payload) continue;
    if (const auto row = DecodePayload(*payload, columns)) found(*row);
  }
}

void ScanDatabase(std::ifstream& file, std::size_t columns, const FoundRow& found) {
  Bytes overflow(kPageSize);
  Bytes page(kPageSize);
  const auto read = [&](std::uint64_t number, Bytes& into) {
    file.clear();
    file.seekg(static_cast<std::streamoff>((number - 1) * kPageSize));
    return static_cast<bool>(
        file.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(kPageSize)));
  };
  const PageOf page_of = [&](std::uint32_t number) -> std::optional<ByteView> {
    if (number == 0 || !read(number, overflow)) return std::nullopt;
    return overflow;
  };
  file.seekg(0, std::ios::end);
  const auto pages =
      static_cast<std::uint64_t>(std::max<std::streamoff>(file.tellg(), 0)) / kPageSize;
  for (std::uint64_t number = 1; number <= pages; ++number) {
    if (!read(number, page)) continue;  // a page that the disk does not give back
    ScanPage(page, number == 1 ? kDatabaseHeader : 0, columns, page_of, found);
  }
}

void ScanLog(std::ifstream& file, std::size_t columns, const FoundRow& found) {
  constexpr std::size_t kFrame = kScanFrameHeader + kPageSize;
  Bytes header(kWalHeader);
  file.clear();
  file.seekg(0);
  file.read(reinterpret_cast<char*>(header.data()), kWalHeader);
  const Bytes salts(header.begin() + 16, header.begin() + 24);
  Bytes first_salts;
  std::vector<Bytes> frames;  // a log is some megabytes: checkpoints keep it short
  for (Bytes frame(kFrame); file.read(reinterpret_cast<char*>(frame.data()), kFrame);) {
    const Bytes own(frame.begin() + 8, frame.begin() + 16);
    if (first_salts.empty()) first_salts = own;
    // Frames of an earlier run of the log lie behind its end with other salts. The first frame
    // is always of this run, which helps where the log's own header is damaged.
    if (own == salts || own == first_salts) frames.push_back(frame);
  }
  const auto page_in = [&](std::size_t i) { return ByteView(frames[i]).subspan(kScanFrameHeader); };
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const PageOf page_of = [&](std::uint32_t number) -> std::optional<ByteView> {
      // The newest copy; where that is of a later row, the proof fails, and the row's newer copy
      // is the one that holds.
      for (std::size_t back = frames.size(); number != 0 && back-- > 0;) {
        if (ByteReader(frames[back]).U32() == number) return page_in(back);
      }
      return std::nullopt;
    };
    const bool first_page = ByteReader(frames[i]).U32() == 1;
    ScanPage(page_in(i), first_page ? kDatabaseHeader : 0, columns, page_of, found);
  }
}

}  // namespace

void ScanRows(const std::filesystem::path& path, std::size_t columns, const FoundRow& found) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return;
  if (path.string().ends_with("-wal")) {
    ScanLog(file, columns, found);
  } else {
    ScanDatabase(file, columns, found);
  }
}

}  // namespace studio
