// A text as a QR code in a PNG, to be printed or shown on a phone.
#pragma once

#include <filesystem>
#include <string>

#include "server/keys/data_folder.h"

namespace county {

// Black on white, error correction Q, eight pixels a module, four modules of quiet zone. Written
// for its owner alone. kInvalid: more than a code holds. kStorage.
Result<void> WriteQrPicture(const std::filesystem::path& file, const std::string& text);

}  // namespace county
