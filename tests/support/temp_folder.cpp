#include "test_support/temp_folder.h"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace studio {

TempFolder::TempFolder() {
  std::string name = std::filesystem::temp_directory_path() / "studio-test-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace studio
