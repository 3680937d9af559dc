#include "input/zinnia_model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zinnia.h>

#include <algorithm>
#include <cstring>

#include "input/stroke_kinds.h"

namespace studio {
namespace {

constexpr std::uint32_t kMagic = 0xef71821;  // together with the file's size
constexpr std::size_t kHead = 12, kTextSize = 16, kBiasSize = 4, kPairSize = 8;
constexpr int kMargin = 100;  // around the character, as the model's samples have it

std::uint32_t Number(const char* bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// The bytes of the character that begins at `from`; 0: cut off.
std::size_t SizeOf(std::string_view from) {
  for (std::size_t at = kTextSize + kBiasSize; at + kPairSize <= from.size(); at += kPairSize) {
    if (static_cast<std::int32_t>(Number(from.data() + at)) < 0) return at + kPairSize;
  }
  return 0;
}

// People write small and in a corner; the model expects the pad filled.
Ink FillPad(const Ink& ink) {
  int left = kInkSide, top = kInkSide, right = 0, bottom = 0;
  for (const InkStroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      left = std::min<int>(left, point.x);
      right = std::max<int>(right, point.x);
      top = std::min<int>(top, point.y);
      bottom = std::max<int>(bottom, point.y);
    }
  }
  const int side = static_cast<int>(SideOf(ink));
  const auto moved = [&](int at, int from, int to) {
    const int doubled = 2 * at - (from + to);  // from the middle
    return static_cast<std::int16_t>(kInkSide / 2 + doubled * (kInkSide / 2 - kMargin) / side);
  };
  Ink filled = ink;
  for (InkStroke& stroke : filled) {
    for (InkPoint& point : stroke) {
      point = {moved(point.x, left, right), moved(point.y, top, bottom)};
    }
  }
  return filled;
}

struct DestroyCharacter {
  void operator()(zinnia_character_t* c) const { zinnia_character_destroy(c); }
};
struct DestroyResult {
  void operator()(zinnia_result_t* r) const { zinnia_result_destroy(r); }
};

std::unique_ptr<zinnia_character_t, DestroyCharacter> Drawing(const Ink& ink) {
  std::unique_ptr<zinnia_character_t, DestroyCharacter> character(zinnia_character_new());
  zinnia_character_set_width(character.get(), kInkSide);
  zinnia_character_set_height(character.get(), kInkSide);
  const Ink filled = FillPad(ink);
  for (std::size_t stroke = 0; stroke < filled.size(); ++stroke) {
    for (const InkPoint& point : filled[stroke]) {
      zinnia_character_add(character.get(), stroke, point.x, point.y);
    }
  }
  return character;
}

}  // namespace

void ZinniaModel::Close::operator()(zinnia_recognizer_t* recogniser) const {
  zinnia_recognizer_destroy(recogniser);
}

void ZinniaModel::Unmap::operator()(const char* bytes) const {
  munmap(const_cast<char*>(bytes), size);
}

ZinniaModel::ZinniaModel(std::unique_ptr<const char, Unmap> file, std::vector<Entry> characters,
                         Recogniser whole)
    : file_(std::move(file)), characters_(std::move(characters)), whole_(std::move(whole)) {
  for (std::uint32_t i = 0; i < characters_.size(); ++i) numbers_.emplace(characters_[i].text, i);
}

Result<ZinniaModel> ZinniaModel::Open(const std::filesystem::path& file) {
  const auto broken = [&] {
    return Fail(ErrorKind::kStorage, "cannot read the handwriting model " + file.string());
  };
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return broken();
  struct stat state {};
  const bool sized = fstat(descriptor, &state) == 0 && state.st_size > 0;
  const auto size = static_cast<std::size_t>(state.st_size);
  void* mapped = sized ? mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
  close(descriptor);
  if (mapped == MAP_FAILED) return broken();
  std::unique_ptr<const char, Unmap> bytes(static_cast<const char*>(mapped), Unmap{size});
  std::string_view rest(bytes.get(), size);
  if (size < kHead || (Number(bytes.get()) ^ kMagic) != size) return broken();
  std::vector<Entry> characters(Number(bytes.get() + 8));
  rest.remove_prefix(kHead);
  for (Entry& character : characters) {
    const std::size_t length = SizeOf(rest);
    if (length == 0) return broken();
    character = {rest.substr(0, strnlen(rest.data(), kTextSize)), rest.substr(0, length)};
    rest.remove_prefix(length);
  }
  Recogniser whole(zinnia_recognizer_new());
  if (!zinnia_recognizer_open_from_ptr(whole.get(), bytes.get(), size)) return broken();
  return ZinniaModel(std::move(bytes), std::move(characters), std::move(whole));
}

std::uint32_t ZinniaModel::Find(std::string_view text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? kNone : found->second;
}

std::vector<ZinniaModel::Scored> ZinniaModel::Rank(const Ink& ink,
                                                   std::span<const std::uint32_t> among,
                                                   std::size_t most) const {
  std::vector<Scored> ranked;
  std::string bytes;  // outlives the part
  Recogniser part;
  if (!among.empty()) {
    bytes.assign(file_.get(), kHead);
    for (const std::uint32_t character : among) bytes += characters_[character].bytes;
    const auto magic = static_cast<std::uint32_t>(bytes.size()) ^ kMagic;
    const auto count = static_cast<std::uint32_t>(among.size());
    std::memcpy(bytes.data(), &magic, sizeof magic);
    std::memcpy(bytes.data() + 8, &count, sizeof count);
    part.reset(zinnia_recognizer_new());
    if (!zinnia_recognizer_open_from_ptr(part.get(), bytes.data(), bytes.size())) return ranked;
  }
  const std::unique_ptr<zinnia_result_t, DestroyResult> result(
      zinnia_recognizer_classify(part ? part.get() : whole_.get(), Drawing(ink).get(), most));
  const std::size_t size = result ? zinnia_result_size(result.get()) : 0;
  for (std::size_t i = 0; i < size; ++i) {
    ranked.push_back(
        {Find(zinnia_result_value(result.get(), i)), zinnia_result_score(result.get(), i)});
  }
  return ranked;
}

}  // namespace studio
