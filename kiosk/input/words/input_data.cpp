#include "input/words/input_data.h"

#include "shared/files/beside_program.h"

namespace studio {

std::filesystem::path DefaultInputData() {
  return BesideProgram("input-data", "/usr/share/studio-kiosk");
}

}  // namespace studio
