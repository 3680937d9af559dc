#include "shared/mechanism_file/toml_file.h"

#include "shared/mechanism_file/toml_fault.h"

namespace studio {

tl::expected<toml::table, Mistake> ReadToml(std::string_view text) {
  constexpr std::size_t kLargest = 1 << 20;
  if (text.size() > kLargest) {
    return tl::unexpected(Mistake{0, "文件太大，超过 1 MB。", false, mistake::kEncoding});
  }
  if (auto fault = EncodingFault(text)) return tl::unexpected(std::move(*fault));
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return tl::unexpected(SyntaxFault(text, static_cast<int>(error.source().begin.line),
                                      static_cast<int>(error.source().begin.column),
                                      error.description()));
  }
}

}  // namespace studio
