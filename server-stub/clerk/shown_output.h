// Whatever a command prints is for people: what would steer their terminal or turn the reading
// direction is shown instead of done (shared/base/shown_text.h), whoever wrote it. JSON that is to
// stay JSON goes through ShownJson before. Line breaks and tabs pass.
#pragma once

#include <iostream>
#include <streambuf>
#include <string>

namespace county {

// Stands before a stream's buffer as long as it lives.
class ShownOutput : public std::streambuf {
 public:
  explicit ShownOutput(std::ostream& stream);
  ~ShownOutput() override;
  ShownOutput(const ShownOutput&) = delete;
  ShownOutput& operator=(const ShownOutput&) = delete;

 protected:
  int_type overflow(int_type byte) override;
  int sync() override;

 private:
  bool PassOn();

  std::ostream& stream_;
  std::streambuf* below_;
  std::string line_;
};

}  // namespace county
