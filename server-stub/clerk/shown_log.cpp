#include "server/clerk/shown_log.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>

#include <memory>
#include <string>

#include "shared/base/shown_text.h"

namespace county {

namespace {

class ShownFormatter final : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
    const std::string shown = studio::ShownText({message.payload.data(), message.payload.size()});
    spdlog::details::log_msg same = message;
    same.payload = shown;
    line_.format(same, out);
  }
  std::unique_ptr<spdlog::formatter> clone() const override {
    return std::make_unique<ShownFormatter>();
  }

 private:
  spdlog::pattern_formatter line_;
};

}  // namespace

void ShowWhatIsLogged(spdlog::logger& log) {
  log.set_formatter(std::make_unique<ShownFormatter>());
}

}  // namespace county
