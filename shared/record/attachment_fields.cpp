#include "shared/record/attachment_fields.h"

#include "shared/base/json.h"

namespace studio {

nlohmann::json JsonOf(const std::vector<AttachmentRef>& refs) {
  nlohmann::json list = nlohmann::json::array();
  for (const AttachmentRef& ref : refs) {
    list.push_back({{"digest", ToBase64Url(ref.digest)},
                    {"key", ToBase64Url(ref.key)},
                    {"type", ref.type},
                    {"bytes", ref.bytes},
                    {"length_ms", ref.length_ms}});
  }
  return list;
}

void MayAttachments(JsonFields& in, const char* name, std::vector<AttachmentRef>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& item : in.Objects(name)) {
    AttachmentRef& ref = out.emplace_back();
    item.Need("digest", ref.digest);
    item.Need("key", ref.key);
    item.Need("type", ref.type);
    item.May("bytes", ref.bytes);
    item.May("length_ms", ref.length_ms);
  }
}

}  // namespace studio
