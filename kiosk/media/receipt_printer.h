// A thermal receipt printer that takes ESC/POS, reached as a file: a device node (/dev/usb/lp0) or
// a plain file to look at. Slips go to it as pictures (GS v 0), so every name prints. Called on one
// thread at a time, not the main one: a printer without paper keeps it waiting.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "app/base/bit_picture.h"
#include "shared/base/result.h"

namespace studio {

class ReceiptPrinter {
 public:
  // target: "none", "file:PATH" or "device:PATH"; kInvalid for anything else. Null for none. The
  // path is opened for each slip, so a printer may be switched on later.
  static Result<std::unique_ptr<ReceiptPrinter>> Open(const std::string& target);

  // Prints, feeds and cuts; true once the printer took it all and, where it answers (DLE EOT), says
  // that it has paper. kUnavailable where it does not answer, has no paper, or takes nothing for
  // ten seconds; what it took by then may be on paper. The next slip first ends what it was left
  // with.
  Result<bool> Print(const BitPicture& picture);

 private:
  ReceiptPrinter(std::string path, bool device) : path_(std::move(path)), device_(device) {}
  // What of `bytes` was not taken stays in rest_.
  Result<bool> Write(int printer, std::string_view bytes);
  Result<bool> EndBroken(int printer);

  std::string path_;
  bool device_;
  std::string rest_;  // of a command that a printer took the beginning of
};

// The bytes that print a picture: initialise, raster bands, feed, partial cut.
std::string EscPosOf(const BitPicture& picture);
// What ends the command that was broken off behind `taken` bytes of a picture's, its raster filled
// up with white: a printer takes what comes next for the rest of its picture. Empty: none was.
std::string RestOfCommand(std::string_view escpos, std::size_t taken);

}  // namespace studio
