#include "shared/mechanism_file/toml_file.h"

#include "shared/base/clean_text.h"
#include "shared/mechanism_file/toml_fault.h"

namespace studio {
namespace {

// Names, titles, words: a line each of what can be seen, as wherever people's words come in.
void CleanTextsIn(toml::node& node) {
  if (auto* text = node.as_string()) *text = CleanText(text->get(), TextKind::kLine);
  if (auto* list = node.as_array()) {
    for (toml::node& each : *list) CleanTextsIn(each);
  }
  if (auto* table = node.as_table()) {
    for (auto&& [key, each] : *table) CleanTextsIn(each);
  }
}

}  // namespace

tl::expected<toml::table, Mistake> ReadToml(std::string_view text) {
  constexpr std::size_t kLargest = 1 << 20;
  if (text.size() > kLargest) {
    return tl::unexpected(Mistake{0, "文件太大，超过 1 MB。", false, mistake::kEncoding});
  }
  if (auto fault = EncodingFault(text)) return tl::unexpected(std::move(*fault));
  try {
    toml::table table = toml::parse(text);
    CleanTextsIn(table);
    return table;
  } catch (const toml::parse_error& error) {
    return tl::unexpected(SyntaxFault(text, static_cast<int>(error.source().begin.line),
                                      static_cast<int>(error.source().begin.column),
                                      error.description()));
  }
}

}  // namespace studio
