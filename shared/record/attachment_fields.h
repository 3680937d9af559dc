// Attachments as the bodies of records name them, in JSON. For .cpp files.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "shared/base/json_fields.h"
#include "shared/record/attachment.h"

namespace studio {

nlohmann::json JsonOf(const std::vector<AttachmentRef>& refs);
void MayAttachments(JsonFields& in, const char* name, std::vector<AttachmentRef>& out);

}  // namespace studio
