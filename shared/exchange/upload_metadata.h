// The Upload-Metadata header of an upload's creation (tus 1.0.0): "name base64, name base64 …".
// One name counts here, `digest`, which says what attachment is going up.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/digest.h"

namespace studio {

std::string UploadMetadata(const Digest& digest);
// nullopt: not of the form, a name twice, or no `digest` of 32 bytes. Other names are passed over.
std::optional<Digest> DigestFromUploadMetadata(std::string_view header);

}  // namespace studio
