#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "media/camera_pipeline.h"
#include "media/photo_jpeg.h"
#include "media_rig.h"

using namespace studio;

namespace {

// What a JPEG file has in its segments before the picture itself.
struct JpegHead {
  std::vector<int> markers;
  int width = 0, height = 0;
  bool jfif_only = true;  // the one application segment is a plain JFIF head
};

std::optional<JpegHead> HeadOf(ByteView jpeg) {
  constexpr int kStart = 0xD8, kFrame0 = 0xC0, kFrame2 = 0xC2, kScan = 0xDA, kApp0 = 0xE0;
  ByteReader reader(jpeg);
  if (reader.U16() != (0xFF00 | kStart)) return std::nullopt;
  JpegHead head;
  while (reader.ok()) {
    const int marker = reader.U16();
    if (marker >> 8 != 0xFF) return std::nullopt;
    const ByteView body = reader.Raw(static_cast<std::size_t>(reader.U16()) - 2);
    head.markers.push_back(marker & 0xFF);
    if ((marker & 0xFF) == kScan) return head;
    if ((marker & 0xFF) == kApp0)
      head.jfif_only = head.jfif_only && body.size() == 14 && AsText(body.subspan(0, 4)) == "JFIF";
    if ((marker & 0xFF) >= kFrame0 && (marker & 0xFF) <= kFrame2) {
      ByteReader frame(body.subspan(1));
      head.height = frame.U16();
      head.width = frame.U16();
    }
  }
  return std::nullopt;
}

// Nothing but what decoding takes: JFIF head, tables, frame, scan, restart interval.
void CheckNoMetadata(const JpegHead& head) {
  CHECK(head.jfif_only);
  for (const int marker : head.markers) {
    CAPTURE(marker);
    const bool needed = marker == 0xE0 || marker == 0xDB || marker == 0xC4 || marker == 0xDD ||
                        (marker >= 0xC0 && marker <= 0xC2) || marker == 0xDA;
    CHECK(needed);
  }
}

// Takes a photo of a picture held before the camera.
Result<Photo> PhotoOf(MediaRig& rig, const std::filesystem::path& path) {
  CameraPipeline camera({CameraSource::Kind::kFile, path.string()}, rig.queue, rig.files);
  int frames = 0;
  Camera::Listener listener;
  listener.on_frame = [&](PicturePtr) { ++frames; };
  camera.Watch(std::move(listener));
  REQUIRE(rig.WaitUntil([&] { return frames > 0; }));
  std::optional<Result<Photo>> taken;
  camera.TakePhoto([&](Result<Photo> photo) { taken = std::move(photo); });
  REQUIRE(rig.WaitUntil([&] { return taken.has_value(); }));
  return *taken;
}

}  // namespace

TEST_CASE("a photo is a JPEG of what was seen, without a word about it") {
  MediaRig rig;
  const auto path = rig.folder.path() / "seen.png";
  MakePicture(path, "smpte", 1280, 720);
  const auto photo = PhotoOf(rig, path);
  REQUIRE(photo);
  const AttachmentRef& ref = photo->file->ref();
  CHECK(ref.type == "image/jpeg");
  const auto jpeg = rig.files.Read(ref);
  REQUIRE(jpeg);
  CHECK(jpeg->size() == ref.bytes);
  CHECK(jpeg->size() <= kMaxPhotoBytes);
  const auto head = HeadOf(*jpeg);
  REQUIRE(head);
  CHECK(head->width == 1280);
  CHECK(head->height == 720);
  CheckNoMetadata(*head);
  REQUIRE(photo->small);
  CHECK(photo->small->width == 1280);
}

TEST_CASE("the colours of a photo are those before the camera") {
  MediaRig rig;
  const auto path = rig.folder.path() / "red.png", again = rig.folder.path() / "again.jpg";
  MakePicture(path, "red", 640, 480);
  const auto photo = PhotoOf(rig, path);
  REQUIRE(photo);
  const auto jpeg = rig.files.Read(photo->file->ref());
  REQUIRE(jpeg);
  std::ofstream(again, std::ios::binary) << AsText(*jpeg);
  const auto second = PhotoOf(rig, again);
  REQUIRE(second);
  for (const PicturePtr& picture : {photo->small, second->small}) {
    const std::size_t middle = static_cast<std::size_t>(240 * 640 + 320) * 4;
    CHECK(picture->pixels[middle] > 240);
    CHECK(picture->pixels[middle + 1] < 20);
    CHECK(picture->pixels[middle + 2] < 20);
  }
}

TEST_CASE("even nothing but noise is sent in 500 KB, the long side at most 1600 pixels") {
  MediaRig rig;
  const auto path = rig.folder.path() / "noise.png";
  MakePicture(path, "snow", 1760, 1320);
  const auto photo = PhotoOf(rig, path);
  REQUIRE(photo);
  const auto jpeg = rig.files.Read(photo->file->ref());
  REQUIRE(jpeg);
  CHECK(jpeg->size() <= kMaxPhotoBytes);
  CHECK(jpeg->size() > kMaxPhotoBytes / 4);
  const auto head = HeadOf(*jpeg);
  REQUIRE(head);
  CHECK(head->width <= kMaxPhotoSide);
  CHECK(head->width * 3 == head->height * 4);
  CheckNoMetadata(*head);
  CHECK(photo->small->width <= 1280);
  CHECK(photo->small->height <= 720);
}

TEST_CASE("metadata of the picture before the camera does not reach the photo") {
  MediaRig rig;
  const auto path = rig.folder.path() / "tagged.jpg";
  MakePicture(path, "smpte", 640, 480);
  std::ifstream in(path, std::ios::binary);
  Bytes tagged{std::istreambuf_iterator<char>(in), {}};
  // An empty Exif directory and a comment, behind the start of the picture.
  const std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", 20), comment = "somewhere";
  ByteWriter segments;
  segments.U16(0xFFE1);
  segments.U16(static_cast<std::uint16_t>(exif.size() + 2));
  segments.Raw(AsBytes(exif));
  segments.U16(0xFFFE);
  segments.U16(static_cast<std::uint16_t>(comment.size() + 2));
  segments.Raw(AsBytes(comment));
  const Bytes added = segments.Take();
  tagged.insert(tagged.begin() + 2, added.begin(), added.end());
  std::ofstream(path, std::ios::binary) << AsText(tagged);
  const auto before = HeadOf(tagged);
  REQUIRE(before);
  // The rule finds what it is there for.
  CHECK(std::count(before->markers.begin(), before->markers.end(), 0xE1) > 0);
  const auto photo = PhotoOf(rig, path);
  REQUIRE(photo);
  const auto head = HeadOf(*rig.files.Read(photo->file->ref()));
  REQUIRE(head);
  CheckNoMetadata(*head);
}

TEST_CASE("nothing that is readable is on the disk, and nothing stays of a photo not used") {
  MediaRig rig;
  const auto path = rig.folder.path() / "seen.png";
  MakePicture(path, "smpte", 640, 480);
  {
    const auto photo = PhotoOf(rig, path);
    REQUIRE(photo);
    const Bytes file = rig.files.OnDisk(photo->file->ref());
    CHECK_FALSE(HeadOf(file));
    constexpr std::string_view kJfif = "JFIF";
    CHECK(std::search(file.begin(), file.end(), kJfif.begin(), kJfif.end()) == file.end());
    CHECK(rig.files.FileCount() == 1);
    AttachmentKey other = photo->file->ref().key;
    other[0] ^= 1;
    CHECK_FALSE(OpenAttachment(file, other));
    CHECK(rig.files.dropped == 0);
  }
  CHECK(rig.files.dropped == 1);
}

TEST_CASE("a disk that takes no more is told as that, and leaves no file") {
  MediaRig rig;
  const auto path = rig.folder.path() / "seen.png";
  MakePicture(path, "smpte", 640, 480);
  SUBCASE("from the start") { rig.files.refuse_begin = true; }
  SUBCASE("while it is written") { rig.files.adds_until_full = 0; }
  SUBCASE("at the end") { rig.files.refuse_keep = true; }
  const auto photo = PhotoOf(rig, path);
  REQUIRE_FALSE(photo);
  CHECK(photo.error().kind == ErrorKind::kStorage);
  CHECK(rig.files.FileCount() == 0);
}
