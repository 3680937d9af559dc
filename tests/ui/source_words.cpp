#include "source_words.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "shared/base/utf8.h"

namespace studio {
namespace {

// Where the literal that begins there ends: behind its quote, or the end of its line.
std::size_t EndOfLiteral(const std::string& text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < text.size() && text[end] != '"' && text[end] != '\n')
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

std::string Unescaped(const std::string& literal) {
  std::string out;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] != '\\') {
      out += literal[i];
    } else {
      ++i;
      out += literal[i] == 'n' ? '\n' : literal[i];
    }
  }
  return out;
}

// "kBack" of `… kBack = `, where that is what stands before.
std::string NameBefore(const std::string& text, std::size_t at) {
  const auto skip = [&] {
    while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1])) != 0) --at;
  };
  skip();
  if (at == 0 || text[at - 1] != '=') return {};
  --at;
  skip();
  const std::size_t end = at;
  while (at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0) --at;
  return text[at] == 'k' ? text.substr(at, end - at) : "";
}

}  // namespace

std::string WithoutComments(const std::filesystem::path& source) {
  std::ifstream in(source);
  const std::string_view comment = source.extension() == ".toml" ? "#" : "//";
  std::string out, line;
  while (std::getline(in, line)) {
    const std::size_t first = line.find_first_not_of(' ');
    if (first == line.npos || line.compare(first, comment.size(), comment) != 0) out += line + "\n";
  }
  return out;
}

std::vector<std::string> LiteralsIn(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at)) {
    const std::size_t end = EndOfLiteral(text, at);
    if (end - at > 1 && text[end - 1] == '"') out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::vector<SourceWords> ChineseIn(const std::filesystem::path& source) {
  const std::string text = WithoutComments(source);
  std::vector<SourceWords> out;
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at)) {
    SourceWords words{NameBefore(text, at), {}};
    while (at < text.size() && text[at] == '"') {
      const std::size_t end = EndOfLiteral(text, at);
      words.text += Unescaped(text.substr(at, end - at));
      const std::size_t next = text.find_first_not_of(" \n", end);
      at = next != text.npos && text[next] == '"' ? next : end;
      if (at == end) break;
    }
    if (HasChinese(words.text)) out.push_back(std::move(words));
  }
  return out;
}

bool HasChinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = NextCodePoint(text, at);
    if (code >= 0x3400 && code <= 0x9FFF) return true;
  }
  return false;
}

}  // namespace studio
