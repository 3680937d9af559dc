// Pictures with QR codes in them, as a camera might see them: grey, anywhere, at any angle and in
// any light. Made by ZXing's own writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace studio {

class CodePicture {
 public:
  // Paper of that light (0 to 255).
  CodePicture(int width, int height, int paper = 200);

  // A code with its quiet zone, its middle at x, y; `module` pixels a module, turned by degrees;
  // its white and black in that light.
  CodePicture& Put(const std::string& text, int x, int y, double module, double degrees = 0,
                   int white = 235, int black = 30);
  // As PNG.
  void Save(const std::filesystem::path& path) const;

  const std::vector<std::uint8_t>& pixels() const { return pixels_; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  int width_, height_;
  std::vector<std::uint8_t> pixels_;
};

}  // namespace studio
