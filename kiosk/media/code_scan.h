// Reads the QR codes in one grey picture after another. Each is looked at with both ways of telling
// black from white and inverted, so that of two badges never one is told alone. Where that finds
// nothing, one of several other looks (picture_looks.h) follows, another for each picture, and
// every few pictures it looks harder. Mirrored codes are read in any look. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace studio {

// One byte a pixel, 0 black; rows `stride` bytes apart. Outlives the call.
struct GreyPicture {
  const std::uint8_t* pixels = nullptr;
  int width = 0, height = 0, stride = 0;
};

class PictureLooks;

class CodeScan {
 public:
  CodeScan();
  ~CodeScan();
  // What each code says, UTF-8, in no order, each once; whatever it is. A picture of more than
  // 1280 pixels either way is halved first, except when looking harder.
  std::vector<std::string> Read(const GreyPicture& picture);

 private:
  int turn_ = 0;
  std::unique_ptr<PictureLooks> looks_;
};

// 0 to 255, from every eighth pixel of every eighth row.
int MeanLight(const GreyPicture& picture);

// Whether it is so dark before the camera that the screen should give light. The lamp lights up
// what the camera sees, so it takes far more light to call it bright again.
class Darkness {
 public:
  // True where it changed.
  bool See(int mean_light);
  bool dark() const { return dark_; }

 private:
  bool dark_ = false;
  int in_a_row_ = 0;  // pictures that speak for the other
};

}  // namespace studio
