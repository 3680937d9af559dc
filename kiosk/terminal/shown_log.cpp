#include "terminal/shown_log.h"

#include <spdlog/pattern_formatter.h>

#include <string>

#include "shared/base/shown_text.h"

namespace studio {
namespace {

class ShownFormatter : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
    const std::string shown = ShownText({message.payload.data(), message.payload.size()});
    spdlog::details::log_msg one = message;
    one.payload = shown;
    pattern_.format(one, line);
  }
  std::unique_ptr<spdlog::formatter> clone() const override { return ShownLines(); }

 private:
  spdlog::pattern_formatter pattern_;
};

}  // namespace

std::unique_ptr<spdlog::formatter> ShownLines() { return std::make_unique<ShownFormatter>(); }

}  // namespace studio
