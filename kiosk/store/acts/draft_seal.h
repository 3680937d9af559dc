// What one member is in the middle of writing, under the studio's key, padded; its mark is made
// likewise of the writer's id: who finds the disk does not even learn who was writing.
#pragma once

#include <string>
#include <string_view>

#include "app/checkin/key_session.h"
#include "shared/base/result.h"
#include "shared/record/own_seal.h"

namespace studio {

class DraftSeal {
 public:
  // The session has a key.
  explicit DraftSeal(const KeySession& session)
      : member_(session.member), seal_(*session.studio_key, "studio desk draft") {}

  // `of`: each thing that they may be writing has one draft.
  std::string Mark(std::string_view of) const { return seal_.Mark(of, member_); }
  // Blanks after the JSON are none of it, and hide how much was written.
  Bytes Seal(std::string text) const {
    text.resize((text.size() / kStep + 1) * kStep, ' ');
    return seal_.Seal(member_, text);
  }
  Result<std::string> Open(ByteView sealed) const { return seal_.Open(member_, sealed); }

 private:
  static constexpr std::size_t kStep = 512;  // bytes

  std::string member_;
  OwnSeal seal_;
};

inline tl::unexpected<Error> NoDraftKey() {
  return Fail(ErrorKind::kUnavailable, "drafts are kept under the studio's key, and there is none");
}

}  // namespace studio
