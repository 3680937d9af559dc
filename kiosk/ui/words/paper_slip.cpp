#include "ui/words/paper_slip.h"

#include "app/base/clock.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"

namespace studio::say {

SlipWords OnPaper(const SlipToPrint& slip) {
  const LocalTime made = LocalTime::At(slip.made_at_ms);
  SlipWords words;
  words.title = slip.studio_name;
  words.subtitle = kReceipt;
  words.number_label = kNumber;
  words.number = slip.number.Grouped();
  words.date = made.Date() + " " + made.HourMin();
  if (!slip.code) {
    words.subtitle = kSlipAgain;
    words.hints = {Fill(kSlipAgainHint, {{"county", slip.county_name}})};
    return words;
  }
  words.code_label = kCode;
  words.code = slip.code->Grouped();
  words.qr = SlipText(slip.number, *slip.code);
  words.hints = {Fill(kSlipNext, {{"county", slip.county_name}}),
                 SlipRights(slip.county_name, slip.county_phone),
                 Fill(kSlipLost, {{"county", slip.county_name}})};
  if (!slip.who_reads.empty()) words.hints.push_back(slip.who_reads + "。");
  return words;
}

SlipWords OnPaper(const SheetToPrint& sheet) {
  const LocalTime made = LocalTime::At(sheet.made_at_ms);
  SlipWords words;
  words.title = sheet.title;
  words.subtitle = sheet.subtitle;
  words.date = made.Date() + " " + made.HourMin();
  words.hints = sheet.lines;
  return words;
}

}  // namespace studio::say
