// Build tool: make_stroke_table PINYIN_DICT STROKE_DICT OUT
// Makes the stroke dictionary from Debian's two. Strokes are Debian's; how common a character is,
// comes from the pinyin dictionary's words. librime offers completions shortest code first, which
// buries everyday characters; so under each beginning of a code the most common characters are
// listed as well, after those whose whole code it is.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t kListed = 24;        // characters under each beginning: three pages
constexpr std::size_t kFewEnough = 8;      // a beginning with so few needs no list
constexpr std::int64_t kWholeCode = 1000;  // how far whole codes go before beginnings

struct Row {
  std::string text, code;
  std::int64_t weight = 0;
};

// The rows of a dictionary after its head: text, code and perhaps a weight, with tabs between.
bool EachRow(const char* file, const std::function<void(const Row&)>& take) {
  std::ifstream in(file);
  bool body = false;
  for (std::string line; std::getline(in, line);) {
    if (!body || line.empty() || line.front() == '#') {
      body = body || line == "...";
      continue;
    }
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::size_t next = std::min(line.find('\t', tab + 1), line.size());
    Row row{line.substr(0, tab), line.substr(tab + 1, next - tab - 1), 0};
    if (next < line.size()) row.weight = std::atoll(line.c_str() + next + 1);
    take(row);
  }
  return in.eof() && body;
}

// Calls `take` with each character of a UTF-8 text.
void EachCharacter(std::string_view text, const std::function<void(std::string_view)>& take) {
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) ++size;
    take(text.substr(0, size));
    text.remove_prefix(size);
  }
}

struct Listed {
  std::string text;
  std::int64_t weight;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "make_stroke_table PINYIN_DICT STROKE_DICT OUT\n");
    return 1;
  }
  std::unordered_map<std::string, std::int64_t> weights;
  const bool pinyin = EachRow(argv[1], [&](const Row& row) {
    EachCharacter(row.text, [&](std::string_view c) { weights[std::string(c)] += row.weight; });
  });
  std::map<std::string, std::vector<Listed>> whole, begun;
  const bool strokes = EachRow(argv[2], [&](const Row& row) {
    if (row.text.size() > 3) return;  // beyond the BMP: almost nobody's name, and no glyph for most
    const auto found = weights.find(row.text);
    const Listed listed{row.text, found == weights.end() ? 0 : found->second};
    whole[row.code].push_back(listed);
    for (std::size_t n = 1; n < row.code.size(); ++n)
      begun[row.code.substr(0, n)].push_back(listed);
  });
  if (!pinyin || !strokes) {
    std::fprintf(stderr, "make_stroke_table: cannot read %s\n", argv[pinyin ? 2 : 1]);
    return 1;
  }
  std::ofstream out(argv[3]);
  out << "---\nname: village_stroke\nversion: \"1\"\nsort: by_weight\n"
         "use_preset_vocabulary: false\n...\n";
  for (const auto& [code, list] : whole) {
    for (const Listed& c : list) {
      out << c.text << '\t' << code << '\t' << (c.weight + 1) * kWholeCode << '\n';
    }
  }
  for (auto& [code, list] : begun) {
    if (list.size() <= kFewEnough) continue;
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), kListed));
    std::partial_sort(list.begin(), end, list.end(),
                      [](const Listed& a, const Listed& b) { return a.weight > b.weight; });
    for (auto c = list.begin(); c != end; ++c) {
      if (c->weight > 0) out << c->text << '\t' << code << '\t' << c->weight << '\n';
    }
  }
  return out.flush() ? 0 : 1;
}
