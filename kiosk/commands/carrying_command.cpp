#include "commands/carrying_command.h"

#include "commands/store_for_a_moment.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "sync/link/carried_reply.h"

namespace studio {

Result<std::string> ImportFeed(const std::filesystem::path& data,
                               const std::filesystem::path& file) {
  const auto identity = LoadIdentity(data);
  if (!identity) return tl::unexpected(identity.error());
  const auto folder = DataFolder::Open(data);
  if (!folder && folder.error().kind == ErrorKind::kConflict) {
    return Fail(ErrorKind::kConflict,
                "the terminal is running in " + data.string() + ": stop it first");
  }
  if (!folder) return tl::unexpected(folder.error());
  if (auto known = CheckSchemaVersion(data); !known) return tl::unexpected(known.error());
  StoreForAMoment store(data, *identity);
  const auto brought = ImportReply(file, data, *identity, store.link());
  if (!brought) return tl::unexpected(brought.error());
  if (brought->records + brought->attachments + brought->pages == 0 && brought->known > 0) {
    return "nothing new: the county has said all of it, or something newer, before";
  }
  return std::to_string(brought->records) + " records answered, " +
         std::to_string(brought->attachments) + " attachments arrived, " +
         std::to_string(brought->pages) + " pages of the feed";
}

}  // namespace studio
