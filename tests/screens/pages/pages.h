// Every page that can be reached from home, and how.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "screen_rig.h"

namespace studio {

struct Page {
  std::string_view name;
  std::string script;  // from home
  std::string_view
      leave;  // the button that leads back or home; empty: a page that passes by itself
  std::string_view go_on{};  // the button that leads on
  void (*prepare)(ScreenRig& rig) = nullptr;
  std::string tight{};  // the script in portrait and extra large, where it is another
};

// Scripts of a request up to a page of it.
extern const std::string kToPlace, kToWords, kToWho, kToConsent, kToCheck, kToReceipt;

std::vector<Page> AllPages();
// As new, and led there from home.
void OpenPage(ScreenRig& rig, const Page& page);
// Those to look at in the nth of several showings: all. A sanitizer looks at the code, which is the
// same in each, and is ten times slower: there every page is in one of them.
std::vector<Page> PagesOf(std::size_t nth, std::size_t showings);
std::vector<Page> DayPages();  // the manager's day
// Both orientations, normal, high contrast, extra large.
std::vector<Showing> AllShowings();

}  // namespace studio
