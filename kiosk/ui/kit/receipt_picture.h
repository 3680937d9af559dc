// The slip as a picture for a 58 mm thermal printer, so that every name and every character prints
// whatever the printer's own fonts. Called on any thread: it opens fonts of its own.
#pragma once

#include <string>
#include <vector>

#include "app/base/bit_picture.h"
#include "shared/base/result.h"
#include "ui/kit/fonts.h"

namespace studio {

inline constexpr int kSlipWidth = 384;  // dots: 48 mm at 8 dots a millimetre

struct SlipWords {
  std::string title;                 // studio
  std::string subtitle;              // "登记单"
  std::string number_label, number;  // "登记号", "037 48215 6"; empty: a sheet of lines
  std::string code_label, code;      // "查询码（别告诉旁人）", "5906 1473"
  std::string qr;                    // content of the code; empty: none
  std::string date;
  std::vector<std::string> hints;  // what comes next, how to withdraw
};

// kNotFound or kMalformed by the fonts.
Result<BitPicture> DrawSlip(const SlipWords& words, const FontFiles& fonts = {});

}  // namespace studio
