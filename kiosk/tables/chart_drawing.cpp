#include "tables/chart_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace studio {
namespace {

constexpr double kTextHigh = 5;
struct Tone {
  double red, green, blue;
};
// Told apart on a printer without colours, too.
constexpr std::array<Tone, 3> kTones = {Tone{0.45, 0.12, 0.12}, Tone{0.78, 0.55, 0.25},
                                        Tone{0.72, 0.74, 0.76}};

const Tone& ToneOf(std::size_t series) { return kTones[series % kTones.size()]; }

std::string FigureText(double value) {
  const double whole = std::round(value);
  std::string text = std::to_string(static_cast<long>(whole));
  return whole == value ? text : text + "…";
}

double Highest(const PrintedChart& chart) {
  double most = 1;
  for (const auto& series : chart.series) {
    for (const double value : series.values) most = std::max(most, value);
  }
  return most;
}

void Bar(cairo_t* cairo, const Tone& tone, const ChartBox& box) {
  cairo_rectangle(cairo, box.x, box.y, box.wide, box.high);
  cairo_set_source_rgb(cairo, tone.red, tone.green, tone.blue);
  cairo_fill(cairo);
}

void Line(cairo_t* cairo, double x1, double y1, double x2, double y2) {
  cairo_move_to(cairo, x1, y1);
  cairo_line_to(cairo, x2, y2);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_set_line_width(cairo, 0.2);
  cairo_stroke(cairo);
}

}  // namespace

void DrawChart(cairo_t* cairo, const PrintedChart& chart, const ChartBox& box,
               const std::function<void(const ChartText&)>& write) {
  write({chart.title, box.x + box.wide / 2, box.y + kTextHigh / 2, box.wide});
  const double most = Highest(chart);
  ChartBox plot{box.x, box.y + kTextHigh + 1, box.wide, box.high - kTextHigh - 2};
  if (chart.series.size() > 1) {
    const double each = box.wide / static_cast<double>(chart.series.size());
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const double x = box.x + each * static_cast<double>(i);
      Bar(cairo, ToneOf(i), {x + 2, plot.y + 1, 3, 3});
      write({chart.series[i].name, x + 6 + (each - 6) / 2, plot.y + kTextHigh / 2, each - 6, true});
    }
    plot.y += kTextHigh + 1;
    plot.high -= kTextHigh + 1;
  }
  const auto labels = static_cast<double>(std::max<std::size_t>(chart.labels.size(), 1));
  const auto bars = static_cast<double>(std::max<std::size_t>(chart.series.size(), 1));
  if (chart.kind == PrintedChart::Kind::kColumns) {
    const double floor = plot.y + plot.high - kTextHigh, room = plot.high - 2 * kTextHigh;
    const double each = plot.wide / labels, one = each * 0.8 / bars;
    Line(cairo, plot.x, floor, plot.x + plot.wide, floor);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
      const double x = plot.x + each * static_cast<double>(i);
      write({chart.labels[i], x + each / 2, floor + kTextHigh / 2, each});
      for (std::size_t k = 0; k < chart.series.size(); ++k) {
        const double value = chart.series[k].values.at(i), high = room * value / most;
        const double left = x + each * 0.1 + one * static_cast<double>(k);
        Bar(cairo, ToneOf(k), {left, floor - high, one * 0.9, high});
        if (value > 0) write({FigureText(value), left + one / 2, floor - high - 2, one + 2});
      }
    }
    return;
  }
  constexpr double kLabelWide = 26, kFigureWide = 14;
  const double each = plot.high / labels, room = plot.wide - kLabelWide - kFigureWide;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double y = plot.y + each * static_cast<double>(i);
    write({chart.labels[i], plot.x + kLabelWide / 2, y + each / 2, kLabelWide});
    const double value = chart.series.empty() ? 0 : chart.series[0].values.at(i);
    const double wide = room * value / most;
    Bar(cairo, ToneOf(0), {plot.x + kLabelWide, y + each * 0.2, wide, each * 0.6});
    write({FigureText(value), plot.x + kLabelWide + wide + kFigureWide / 2, y + each / 2,
           kFigureWide});
  }
  Line(cairo, plot.x + kLabelWide, plot.y, plot.x + kLabelWide, plot.y + plot.high);
}

}  // namespace studio
