#include "shared/bodies/coauthor_body.h"

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kKeptCoauthor = {"MSC1", 4 * 1024, "co-author's word"};

}  // namespace

std::string ToJson(const CoauthorBody& body) {
  return JsonText({{"deed", body.deed},
                   {"member", body.member},
                   {"agrees", body.agrees},
                   {"studio", body.studio},
                   {"token", body.token}});
}

Result<CoauthorBody> CoauthorBodyFromJson(std::string_view json) {
  JsonFields in(json);
  CoauthorBody body;
  in.Need("deed", body.deed);
  in.Need("member", body.member);
  in.Need("agrees", body.agrees);
  in.May("studio", body.studio);
  in.May("token", body.token);
  if (body.deed.empty()) in.Refuse("deed");
  if (body.member.empty()) in.Refuse("member");
  return in.Finish("co-author's word", std::move(body));
}

Result<Bytes> SealCoauthor(const Uuid& record, const CoauthorBody& body,
                           const BoxPublicKey& studio) {
  return SealText(kKeptCoauthor, record.ToString(), ToJson(body), studio);
}

Result<CoauthorBody> OpenCoauthor(const Uuid& record, ByteView sealed, const BoxKeyPair& studio) {
  return OpenText(kKeptCoauthor, record.ToString(), sealed, studio).and_then(CoauthorBodyFromJson);
}

}  // namespace studio
