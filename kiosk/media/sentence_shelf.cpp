#include "media/sentence_shelf.h"

#include <algorithm>

#include "shared/base/clean_text.h"
#include "shared/base/digest.h"
#include "shared/files/durable_file.h"
#include "shared/files/stick_file.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

std::string NameOf(const std::string& sentence) {
  const Digest digest = HashOf("ms.sentence.v1", AsBytes(sentence));
  return ToHex(ByteView(digest).first(16));
}

// The first page of a stream says so: "OggS", and "OpusHead" in the packet behind its 28 bytes.
bool IsOpusInOgg(ByteView bytes) {
  return bytes.size() > 36 && AsText(bytes.first(4)) == "OggS" &&
         AsText(bytes.subspan(28, 8)) == "OpusHead";
}

// The sentence of a text file, if it is what the file is called by.
std::optional<std::string> SentenceIn(const fs::path& text) {
  auto file = StickFile::Open(text);
  if (!file) return std::nullopt;
  auto sentence = file->ReadAll(SentenceShelf::kLongestText);
  if (!sentence || NameOf(*sentence) != text.stem().string()) return std::nullopt;
  return *sentence == CleanText(*sentence, TextKind::kLines) ? std::optional(*sentence)
                                                             : std::nullopt;
}

std::vector<fs::path> TextsIn(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> out;
  for (auto it = fs::directory_iterator(folder, error);
       !error && it != fs::directory_iterator() && out.size() < SentenceShelf::kMost;
       it.increment(error)) {
    if (it->path().extension() == ".txt") out.push_back(it->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

fs::path SentenceShelf::PathOf(const std::string& sentence, const char* ending) const {
  return folder_ / (NameOf(sentence) + ending);
}

std::vector<std::string> SentenceShelf::Sentences() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> out;
  std::error_code none;
  for (const fs::path& text : TextsIn(folder_, none)) {
    fs::path sound = text;
    if (!fs::exists(sound.replace_extension(".ogg"), none)) continue;
    if (auto sentence = SentenceIn(text)) out.push_back(std::move(*sentence));
  }
  return out;
}

std::optional<Bytes> SentenceShelf::Find(const std::string& sentence) const {
  const std::lock_guard lock(mutex_);
  auto file = StickFile::Open(PathOf(sentence, ".ogg"));
  if (!file) return std::nullopt;
  const auto ogg = file->ReadAll(kLargestSound);
  if (!ogg || !IsOpusInOgg(AsBytes(*ogg))) return std::nullopt;
  return Bytes(ogg->begin(), ogg->end());
}

Result<bool> SentenceShelf::Put(const std::string& sentence, ByteView ogg) {
  if (!IsOpusInOgg(ogg)) return Fail(ErrorKind::kMalformed, "no Opus in Ogg");
  const std::lock_guard lock(mutex_);
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return FailWithErrno(ErrorKind::kStorage, folder_.string(), error.value());
  if (auto written = WriteDurably(PathOf(sentence, ".txt"), sentence); !written) return written;
  return WriteDurably(PathOf(sentence, ".ogg"), AsText(ogg));
}

Result<bool> SentenceShelf::Drop(const std::string& sentence) {
  const std::lock_guard lock(mutex_);
  std::error_code error;
  for (const char* ending : {".ogg", ".txt"}) {
    if (fs::remove(PathOf(sentence, ending), error); error) {
      return FailWithErrno(ErrorKind::kStorage, folder_.string(), error.value());
    }
  }
  return true;
}

Result<std::size_t> SentenceShelf::TakeFrom(const SentenceShelf& other) {
  std::error_code error;
  const std::vector<fs::path> texts = TextsIn(other.folder_, error);
  if (error && fs::exists(other.folder_))
    return FailWithErrno(ErrorKind::kStorage, other.folder_.string(), error.value());
  std::size_t taken = 0;
  for (const fs::path& text : texts) {
    const auto sentence = SentenceIn(text);
    if (!sentence || Find(*sentence)) continue;
    const auto ogg = other.Find(*sentence);
    if (!ogg) continue;
    if (auto put = Put(*sentence, *ogg); !put) return tl::unexpected(put.error());
    ++taken;
  }
  return taken;
}

}  // namespace studio
