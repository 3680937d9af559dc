#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "media/camera_pipeline.h"
#include "media_rig.h"

using namespace studio;

namespace {

// A camera and what it told.
struct Watched {
  explicit Watched(MediaRig& with, CameraSource source)
      : rig(with), camera(std::move(source), with.queue, with.files) {}

  void Watch(int width = 1280, int height = 720) {
    Camera::Listener listener;
    listener.width = width;
    listener.height = height;
    listener.on_frame = [this](PicturePtr picture) {
      last = std::move(picture);
      ++frames;
    };
    listener.on_trouble = [this](std::optional<MediaTrouble> now) {
      trouble = now;
      ++troubles;
    };
    camera.Watch(std::move(listener));
  }
  bool MoreFrames(int count) {
    const int until = frames + count;
    return rig.WaitUntil([&] { return frames >= until; });
  }
  bool Trouble(std::optional<MediaTrouble> wanted) {
    return rig.WaitUntil([&] { return trouble == wanted; });
  }

  MediaRig& rig;
  int frames = 0, troubles = 0;
  PicturePtr last;
  std::optional<MediaTrouble> trouble;
  CameraPipeline camera;
};

CameraSource File(const std::filesystem::path& path) {
  return {CameraSource::Kind::kFile, path.string()};
}

// Of the pixel in the middle.
std::array<int, 4> Middle(const ColourPicture& picture) {
  const auto at =
      static_cast<std::size_t>(((picture.height / 2) * picture.width + picture.width / 2) * 4);
  const auto* p = picture.pixels.data() + at;
  return {p[0], p[1], p[2], p[3]};
}

bool IsRed(const ColourPicture& picture) {
  const auto [r, g, b, a] = Middle(picture);
  return r > 240 && g < 20 && b < 20 && a == 255;
}
bool IsBlue(const ColourPicture& picture) {
  const auto [r, g, b, a] = Middle(picture);
  return r < 20 && g < 20 && b > 240 && a == 255;
}

}  // namespace

TEST_CASE("a picture held before the camera is shown without end, in its colours") {
  MediaRig rig;
  for (const char* name : {"red.png", "red.jpg"}) {
    CAPTURE(name);
    const auto path = rig.folder.path() / name;
    MakePicture(path, "red", 640, 480);
    Watched watched(rig, File(path));
    CHECK(watched.camera.Present());
    watched.Watch();
    REQUIRE(watched.MoreFrames(3));
    CHECK(watched.last->width == 640);
    CHECK(watched.last->height == 480);
    CHECK(watched.last->pixels.size() == 640 * 480 * 4);
    CHECK(IsRed(*watched.last));
    CHECK_FALSE(watched.trouble);
  }
}

TEST_CASE("what is shown fits the room it is drawn in, in its own shape") {
  MediaRig rig;
  const auto path = rig.folder.path() / "large.jpg";
  MakePicture(path, "red", 4000, 3000);
  Watched watched(rig, File(path));
  watched.Watch(984, 738);
  REQUIRE(watched.MoreFrames(1));
  CHECK(watched.last->width == 960);
  CHECK(watched.last->height == 720);
  CHECK(IsRed(*watched.last));
}

TEST_CASE("a camera that is mounted askew is turned upright") {
  MediaRig rig;
  const auto path = rig.folder.path() / "bars.png";
  MakePicture(path, "smpte", 640, 480);  // bars: grey at the top left, blue at the top right
  const auto corner = [](const ColourPicture& picture, bool right, bool bottom) {
    const int x = right ? picture.width - 4 : 3, y = bottom ? picture.height - 4 : 3;
    const auto* p = picture.pixels.data() + static_cast<std::size_t>((y * picture.width + x) * 4);
    return std::array<int, 3>{p[0], p[1], p[2]};
  };
  const auto watch = [&](int turn) {
    CameraSource source = File(path);
    source.turn = turn;
    Watched watched(rig, source);
    watched.Watch();
    REQUIRE(watched.MoreFrames(1));
    return *watched.last;
  };
  const ColourPicture straight = watch(0), right = watch(90), over = watch(180), left = watch(270);
  const auto grey = corner(straight, false, false), blue = corner(straight, true, false);
  CHECK(grey != blue);
  CHECK(right.width == straight.height);
  CHECK(right.height == straight.width);
  CHECK(corner(right, true, false) == grey);
  CHECK(corner(right, true, true) == blue);
  CHECK(over.width == straight.width);
  CHECK(corner(over, true, true) == grey);
  CHECK(corner(over, false, true) == blue);
  CHECK(left.width == straight.height);
  CHECK(corner(left, false, true) == grey);
  CHECK(corner(left, false, false) == blue);
}

TEST_CASE("a video starts again when it is over") {
  MediaRig rig;
  const auto path = rig.folder.path() / "short.avi";
  RunToEnd(
      "videotestsrc num-buffers=5 pattern=blue ! video/x-raw,format=RGB,width=320,height=240,"
      "framerate=25/1 ! videoconvert ! video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! "
      "jpegenc ! avimux ! filesink location=" +
      path.string());
  Watched watched(rig, File(path));
  watched.Watch();
  REQUIRE(watched.MoreFrames(12));
  CHECK(IsBlue(*watched.last));
  CHECK_FALSE(watched.trouble);
}

TEST_CASE("another picture may be held before the camera while somebody looks") {
  MediaRig rig;
  const auto red = rig.folder.path() / "red.png", blue = rig.folder.path() / "blue.png";
  MakePicture(red, "red", 320, 240);
  MakePicture(blue, "blue", 640, 360);
  Watched watched(rig, File(red));
  watched.Watch();
  REQUIRE(watched.MoreFrames(1));
  watched.camera.SetSource(File(blue));
  REQUIRE(rig.WaitUntil([&] { return watched.last && IsBlue(*watched.last); }));
  CHECK(watched.last->width == 640);
  CHECK_FALSE(watched.trouble);
}

TEST_CASE("a camera pulled out while in use is told, and comes back by itself") {
  MediaRig rig;
  const auto path = rig.folder.path() / "red.png", away = rig.folder.path() / "away.png";
  MakePicture(path, "red", 320, 240);
  Watched watched(rig, File(path));
  watched.Watch();
  REQUIRE(watched.MoreFrames(1));
  std::filesystem::rename(path, away);
  REQUIRE(watched.Trouble(MediaTrouble::kLost));
  CHECK_FALSE(watched.camera.Present());
  const int before = watched.frames;
  std::filesystem::rename(away, path);
  REQUIRE(watched.Trouble(std::nullopt));
  CHECK(watched.MoreFrames(1));
  CHECK(watched.frames > before);
  CHECK(watched.troubles >= 2);  // a machine that is busy may lose sight of it again
}

TEST_CASE("none pulls the camera out, another source puts it back") {
  MediaRig rig;
  const auto path = rig.folder.path() / "red.png";
  MakePicture(path, "red", 320, 240);
  Watched watched(rig, File(path));
  watched.Watch();
  REQUIRE(watched.MoreFrames(1));
  watched.camera.SetSource({});
  REQUIRE(watched.Trouble(MediaTrouble::kLost));
  watched.camera.SetSource(File(path));
  REQUIRE(watched.Trouble(std::nullopt));
  CHECK(watched.MoreFrames(1));
}

TEST_CASE("what was never there is absent, and so is what is no picture") {
  MediaRig rig;
  Watched none(rig, {});
  CHECK_FALSE(none.camera.Present());
  none.Watch();
  CHECK(none.Trouble(MediaTrouble::kAbsent));

  Watched missing(rig, {CameraSource::Kind::kDevice, (rig.folder.path() / "video9").string()});
  CHECK_FALSE(missing.camera.Present());
  missing.Watch();
  CHECK(missing.Trouble(MediaTrouble::kAbsent));

  const auto path = rig.folder.path() / "broken.jpg";
  std::ofstream(path) << "\xFF\xD8 no picture at all";
  Watched broken(rig, File(path));
  broken.Watch();
  CHECK(broken.Trouble(MediaTrouble::kAbsent));

  // A file is no video device.
  Watched no_device(rig, {CameraSource::Kind::kDevice, path.string()});
  no_device.Watch();
  CHECK(no_device.Trouble(MediaTrouble::kAbsent));
}

TEST_CASE("nothing is told to whoever no longer watches") {
  MediaRig rig;
  const auto path = rig.folder.path() / "red.png";
  MakePicture(path, "red", 320, 240);
  Watched watched(rig, File(path));
  watched.Watch();
  REQUIRE(watched.MoreFrames(1));
  watched.camera.Unwatch();
  const int before = watched.frames;
  Result<Photo> taken = Photo{};
  bool answered = false;
  // The camera's thread has done what came before once this is answered.
  watched.camera.TakePhoto([&](Result<Photo> photo) {
    taken = std::move(photo);
    answered = true;
  });
  REQUIRE(rig.WaitUntil([&] { return answered; }));
  CHECK(watched.frames == before);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().kind == ErrorKind::kUnavailable);
  // And it can be watched again.
  watched.Watch();
  CHECK(watched.MoreFrames(1));
}

TEST_CASE("a camera taken down while frames come leaves nothing behind") {
  MediaRig rig;
  const auto path = rig.folder.path() / "red.png";
  MakePicture(path, "red", 320, 240);
  {
    Watched watched(rig, File(path));
    watched.Watch();
    REQUIRE(watched.MoreFrames(1));
  }
  rig.queue.RunAll();
}
