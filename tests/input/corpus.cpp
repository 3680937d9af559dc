#include "corpus.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace studio {
namespace {

// The fields of each line that is no comment.
std::vector<std::vector<std::string>> Rows(const std::string& file) {
  std::ifstream in(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests/input" / file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::vector<std::string> row;
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
    rows.push_back(std::move(row));
  }
  if (rows.empty()) throw std::runtime_error("no rows in " + file);
  return rows;
}

std::string Keys(std::string pinyin) {
  std::erase(pinyin, ' ');
  return pinyin;
}

}  // namespace

std::vector<Phrase> PhrasesOf(const std::string& file) {
  std::vector<Phrase> phrases;
  for (const auto& row : Rows(file)) {
    phrases.push_back({row.at(0), Keys(row.at(1)), Keys(row.at(2))});
  }
  return phrases;
}

std::vector<Drawn> DrawnCharacters(const std::string& file) {
  std::vector<Drawn> characters;
  for (const auto& row : Rows(file)) {
    characters.push_back({row.at(0), InkFromText(row.at(1)).value()});
  }
  return characters;
}

std::vector<Stroked> StrokedCharacters() {
  std::vector<Stroked> characters;
  for (const auto& row : Rows("stroke_keys.tsv")) characters.push_back({row.at(0), row.at(1)});
  return characters;
}

std::filesystem::path CompiledData() {
  return std::filesystem::path(STUDIO_BINARY_DIR) / "input-data";
}

std::vector<std::string> Offered(PhraseEngine& engine, PhraseMode mode, const std::string& keys,
                                 int pages) {
  const auto session = engine.Begin(mode);
  if (!session) throw std::runtime_error("no session");
  for (const char key : keys) session->Press(key);
  std::vector<std::string> all;
  for (int page = 0; page < pages; ++page) {
    const PhraseOffer offer = session->Offer();
    all.insert(all.end(), offer.candidates.begin(), offer.candidates.end());
    if (!offer.more) break;
    session->Page(+1);
  }
  return all;
}

}  // namespace studio
