#include "input/rime_library.h"

#include <string>

namespace studio {

RimeLibrary::RimeLibrary(const std::filesystem::path& data) : api_(rime_get_api()) {
  const std::string folder = data.string();
  const char* modules[] = {"core", "dict", "gears", nullptr};  // no plugins, no user's lua
  RimeTraits traits{};
  RIME_STRUCT_INIT(RimeTraits, traits);
  traits.shared_data_dir = folder.c_str();
  // librime 1.13 keeps the time of last use there: where no folder can be, nothing is.
  traits.user_data_dir = "/dev/null/nobody";
  traits.prebuilt_data_dir = folder.c_str();
  traits.staging_dir = folder.c_str();
  traits.distribution_name = "member-studio";
  traits.distribution_code_name = "member-studio";
  traits.distribution_version = "1";
  traits.app_name = "rime.member-studio";
  traits.modules = modules;
  traits.min_log_level = 4;  // above FATAL: what is typed must not reach a log
  traits.log_dir = "";       // standard error, never a file
  static const bool once = [&] {
    api_->setup(&traits);
    return true;
  }();
  static_cast<void>(once);
  api_->initialize(&traits);
}

RimeLibrary::~RimeLibrary() {
  api_->cleanup_all_sessions();
  api_->finalize();
}

}  // namespace studio
