#include "terminal/kept_photo_files.h"

#include <utility>

#include "terminal/jpeg_picture.h"

namespace studio {
namespace {

Result<PicturePtr> OpenPhoto(AttachmentFiles& files, const AttachmentRef& ref) {
  const auto jpeg = files.Read(ref);
  if (!jpeg) return tl::unexpected(jpeg.error());
  PicturePtr picture = PictureFromJpeg(*jpeg);
  if (!picture) return Fail(ErrorKind::kMalformed, "no picture that is shown here");
  return picture;
}

}  // namespace

void KeptPhotoFiles::Open(const AttachmentRef& ref, std::function<void(Result<PicturePtr>)> done) {
  worker_.Post([files = &files_, queue = &queue_, ref, done = std::move(done)] {
    queue->Post([done, opened = OpenPhoto(*files, ref)] { done(opened); });
  });
}

}  // namespace studio
