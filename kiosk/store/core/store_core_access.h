// StoreCore's way to its tables; for the files that StoreCore is written in.
#pragma once

#include "store/core/store_core.h"

namespace studio {

template <class T, class Call>
Result<T> StoreCore::With(Access access, Call call) {
  for (bool again = false;; again = true) {
    try {
      if (!tables_) {
        if (auto opened = OpenTables(); !opened) {
          Tell(Fault::kStorageBroken);
          return tl::unexpected(opened.error());
        }
      }
      (void)tables_->attachments.TakeErased();  // of a call that was rolled back
      Result<T> result = call(*tables_);
      if (result) {
        for (const Digest& digest : tables_->attachments.TakeErased()) folder_->Erase(digest);
      }
      if (access == Access::kWrite && result &&
          (fault_ == Fault::kStorageFull || fault_ == Fault::kStorageBroken)) {
        Tell(Fault::kNone);
      }
      return result;
    } catch (const SQLite::Exception& e) {
      if (!SaysCorrupt(e) || again) return tl::unexpected(Refuse(e));
      if (auto aside = StartOver(); !aside) {
        Tell(Fault::kStorageBroken);
        return tl::unexpected(aside.error());
      }
    }
  }
}

}  // namespace studio
