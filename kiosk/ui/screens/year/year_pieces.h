// What the pages of the manager's year draw the same way.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/manage/year_flow.h"
#include "ui/kit/frame.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

using YearFlowPtr = std::shared_ptr<YearFlow>;

// Where the year is not there yet, or cannot be: says so in the page's place. True: it is there,
// and nothing was drawn.
bool IsYearThere(Frame& frame, Rect area, YearFlow& flow, const Station& station);

// What is owed and done, with a bar below.
struct QuotaBar {
  std::string title, said;
  float part = 0;  // 0 to 1
  bool met = false;
};
float QuotaBarHeight(const Theme& theme);
void DrawQuotaBar(Frame& frame, Rect row, const QuotaBar& bar);
// Of a studio or a member: in each stretch that runs on that day, or the last of the year.
std::vector<QuotaBar> QuotaBars(const std::vector<QuotaState>& states, const CountingRules& rules,
                                CalendarDate today);
// As the county tells them of a body as a whole.
std::vector<QuotaBar> QuotaBars(const std::vector<StudioQuota>& quotas);

// Counts beside each other, each with its figure above and its name below.
struct ChartBar {
  std::string name;
  int count = 0;
  Colour colour;
};
void DrawBarChart(Frame& frame, Rect area, const std::vector<ChartBar>& bars);

// What a page about the year says of a grade.
Tone GradeTone(const CountingRules& rules, const std::string& grade);

}  // namespace studio
