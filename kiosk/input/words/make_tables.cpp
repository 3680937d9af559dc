// Build tool: make_tables PINYIN_DICT STROKE_DICT WORDS FILTER OUT_STROKES OUT_INK OUT_NEIGHBOURS
// Strokes: the codes are Debian's; how common a character is, comes from the pinyin dictionary's
// words. Neighbours: words of the pinyin dictionary and of ours that may share characters with a
// word of the filter that is marked with +, and reach beyond it. Ink: the table of
// ink_strokes_table.h, of the commonest characters and all of GB 2312, which is what handwriting
// has a model for.
#include <iconv.h>

#include <algorithm>
#include <cmath>
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

constexpr std::size_t kBmp = 3;  // bytes; beyond: almost nobody's name, and no glyph for most
constexpr std::size_t kCommonest = 8000;  // for handwriting

struct Row {
  std::string text, code;
  std::int64_t weight = 0;
};

// The rows of a dictionary after its head, if it has one: text, code and perhaps a weight, with
// tabs between.
bool EachRow(const char* file, const std::function<void(const Row&)>& take) {
  std::ifstream in(file);
  bool body = true;
  for (std::string line; std::getline(in, line);) {
    const bool mark = line == "---" || line == "...";
    if (mark) body = line == "...";
    if (!body || mark || line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::size_t next = std::min(line.find('\t', tab + 1), line.size());
    Row row{line.substr(0, tab), line.substr(tab + 1, next - tab - 1), 0};
    if (next < line.size()) row.weight = std::atoll(line.c_str() + next + 1);
    take(row);
  }
  return in.eof();
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

using Weights = std::unordered_map<std::string, std::int64_t>;

bool Weigh(const char* pinyin, Weights& weights) {
  return EachRow(pinyin, [&](const Row& row) {
    EachCharacter(row.text, [&](std::string_view c) { weights[std::string(c)] += row.weight; });
  });
}

// As stroke_table.h reads it.
bool WriteStrokes(const Weights& weights, const char* strokes, const char* to) {
  std::vector<Row> rows;
  const bool read = EachRow(strokes, [&](const Row& row) {
    if (row.text.size() > kBmp) return;
    const auto found = weights.find(row.text);
    rows.push_back({row.text, row.code, found == weights.end() ? 0 : found->second});
  });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.code < b.code; });
  std::ofstream out(to);
  for (const Row& row : rows) out << row.code << '\t' << row.text << '\t' << row.weight << '\n';
  return read && out.flush();
}

bool InGb2312(iconv_t to_gb, std::string text) {
  char bytes[4];
  char *in = text.data(), *out = bytes;
  std::size_t left = text.size(), room = sizeof bytes;
  return iconv(to_gb, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
}

bool WriteInk(const Weights& weights, const char* strokes, const char* to) {
  const iconv_t to_gb = iconv_open("GB2312", "UTF-8");
  if (to_gb == reinterpret_cast<iconv_t>(-1)) return false;
  std::map<std::string, std::string> codes;
  const bool read = EachRow(strokes, [&](const Row& row) {
    if (row.text.size() <= kBmp) codes[row.text] += (codes[row.text].empty() ? "" : " ") + row.code;
  });
  std::vector<Listed> list;
  for (const auto& [text, code] : codes) {
    const auto found = weights.find(text);
    list.push_back({text, found == weights.end() ? 0 : found->second});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Listed& a, const Listed& b) { return a.weight > b.weight; });
  std::ofstream out(to);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto& [text, weight] = list[i];
    if (i >= kCommonest && !InGb2312(to_gb, text)) continue;
    const auto hundredths = std::lround(100 * std::log(static_cast<double>(weight) + 1));
    out << text << '\t' << hundredths << '\t' << codes[text] << '\n';
  }
  iconv_close(to_gb);
  return read && out.flush();
}

// A word of the filter and which of its ends another word may share.
struct Marked {
  std::string text;
  bool first = false, last = false;
};

bool ReadMarked(const char* file, std::vector<Marked>& marked, std::vector<std::string>& hidden) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#' || line.front() == '=' || line.front() == '~') continue;
    Marked word{line, line.front() == '+', line.back() == '+'};
    if (word.first) word.text.erase(0, 1);
    if (word.last) word.text.pop_back();
    hidden.push_back(word.text);
    if (word.first || word.last) marked.push_back(word);
  }
  return in.eof();
}

bool Shares(const std::string& word, const Marked& marked) {
  for (std::size_t n = kBmp; n < marked.text.size() && n < word.size(); n += kBmp) {
    if (marked.first && word.ends_with(marked.text.substr(0, n))) return true;
    if (marked.last && word.starts_with(marked.text.substr(marked.text.size() - n))) return true;
  }
  return false;
}

bool WriteNeighbours(const char* pinyin, const char* words, const char* filter, const char* to) {
  std::vector<Marked> marked;
  std::vector<std::string> hidden;
  if (!ReadMarked(filter, marked, hidden)) return false;
  std::ofstream out(to);
  const auto take = [&](const Row& row) {
    if (row.text.size() > 4 * kBmp) return;
    for (const std::string& word : hidden) {
      if (row.text.find(word) != row.text.npos) return;
    }
    for (const Marked& word : marked) {
      if (!Shares(row.text, word)) continue;
      out << row.text << '\n';
      return;
    }
  };
  return EachRow(pinyin, take) && EachRow(words, take) && out.flush();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 8) {
    std::fprintf(stderr,
                 "make_tables PINYIN_DICT STROKE_DICT WORDS FILTER OUT_STROKES OUT_INK "
                 "OUT_NEIGHBOURS\n");
    return 1;
  }
  Weights weights;
  if (!Weigh(argv[1], weights) || !WriteStrokes(weights, argv[2], argv[5]) ||
      !WriteInk(weights, argv[2], argv[6]) ||
      !WriteNeighbours(argv[1], argv[3], argv[4], argv[7])) {
    std::fprintf(stderr, "make_tables: a dictionary cannot be read or written\n");
    return 1;
  }
  return 0;
}
