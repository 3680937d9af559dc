// A thermal receipt printer that takes ESC/POS, reached as a file: a device node (/dev/usb/lp0) or
// a plain file to look at. Slips go to it as pictures (GS v 0), so every name prints. Called on one
// thread at a time, not the main one: a printer without paper keeps it waiting.
#pragma once

#include <memory>
#include <string>

#include "app/base/bit_picture.h"
#include "shared/base/result.h"

namespace studio {

class ReceiptPrinter {
 public:
  // target: "none", "file:PATH" or "device:PATH"; kInvalid for anything else. Null for none. The
  // path is opened for each slip, so a printer may be switched on later.
  static Result<std::unique_ptr<ReceiptPrinter>> Open(const std::string& target);

  // Prints, feeds and cuts; true once the printer took it all. kUnavailable where the printer does
  // not answer or takes nothing for ten seconds; what it took by then may be on paper.
  Result<bool> Print(const BitPicture& picture);

 private:
  ReceiptPrinter(std::string path, bool device) : path_(std::move(path)), device_(device) {}

  std::string path_;
  bool device_;
};

// The bytes that print a picture: initialise, raster bands, feed, partial cut.
std::string EscPosOf(const BitPicture& picture);

}  // namespace studio
