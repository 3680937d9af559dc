// What members write up of their work, and what each kind of it is asked (`[[activity]]` of a
// mechanism's file): one page asks by any of them. Part of the kind "mechanism".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

class JsonFields;

// A word of the mechanism, and how it is called.
struct NamedWord {
  std::string word;   // "lead"
  std::string title;  // "主持"
};

// A number that is counted up on the page, a unit of the deed.
struct AskedFigure {
  std::string unit;     // "households"
  std::string title;    // "走了几户"
  std::string measure;  // "户"
  int at_most = 0;      // 1 to 1000
};

struct ActivityTemplate {
  std::string kind;                // of the deed: "home_visit"
  std::string title;               // "上门入户"
  std::string icon;                // name of a Material icon
  bool place = true;               // where it was is asked
  std::vector<NamedWord> roles{};  // of which the writer had one; empty: not asked
  std::vector<AskedFigure> figures{};
  std::vector<std::string> words{};  // headings of what is written; one at least
  // Of what the terminal asks by itself: ActivityBody::about, and whether others can have come
  // along.
  std::string about{};
  bool together = true;
};

inline constexpr std::size_t kMaxActivityTemplates = 40;
inline constexpr std::size_t kMaxAskedFigures = 3;
inline constexpr std::size_t kMaxAskedWords = 6;
inline constexpr int kMaxAskedFigure = 1000;

// Refuses `name` where an entry lacks something or there is more than the limits above.
void MayTemplates(JsonFields& in, const char* name, std::vector<ActivityTemplate>& out);

}  // namespace studio
