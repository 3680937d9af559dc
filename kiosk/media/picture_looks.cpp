#include "media/picture_looks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace studio {
namespace {

const std::uint8_t* RowOf(const GreyPicture& picture, int y) {
  return picture.pixels + std::ptrdiff_t{1} * y * picture.stride;
}

// Halfway between the darkest and the lightest twentieth.
int MiddleLight(const GreyPicture& picture) {
  std::array<int, 256> counts{};
  int all = 0;
  for (int y = 0; y < picture.height; y += 4) {
    const std::uint8_t* row = RowOf(picture, y);
    for (int x = 0; x < picture.width; x += 4, ++all) ++counts[row[x]];
  }
  int low = 0, high = 255;
  for (int seen = 0; low < 255 && (seen += counts[static_cast<std::size_t>(low)]) < all / 20;)
    ++low;
  for (int seen = 0; high > 0 && (seen += counts[static_cast<std::size_t>(high)]) < all / 20;)
    --high;
  return (low + high) / 2;
}

// Along a line of `count` bytes of 0 and 1, `step` apart: whether all within `reach` are 1 (and the
// edge counts as 1), or any. `sums` holds count + 1.
void Along(std::uint8_t* line, int count, int reach, bool all, std::vector<int>& sums) {
  sums[0] = 0;
  for (int i = 0; i < count; ++i)
    sums[static_cast<std::size_t>(i) + 1] = sums[static_cast<std::size_t>(i)] + line[i];
  for (int i = 0; i < count; ++i) {
    const int from = std::max(0, i - reach), to = std::min(count, i + reach + 1);
    const int ones = sums[static_cast<std::size_t>(to)] - sums[static_cast<std::size_t>(from)];
    line[i] = all ? ones == to - from : ones > 0;
  }
}

using Point = PictureLooks::Point;

constexpr std::uint8_t kSeen = 2;
constexpr std::size_t kLeastPiece = 3000;  // pixels at half the size; smaller is no code

double Cross(const Point& a, const Point& b, const Point& c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Andrew's monotone chain.
std::vector<Point> Hull(std::vector<Point> points) {
  std::sort(points.begin(), points.end(),
            [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::vector<Point> hull;
  for (const bool lower : {true, false}) {
    const std::size_t from = hull.size();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Point& point = lower ? points[i] : points[points.size() - 1 - i];
      while (hull.size() >= from + 2 && Cross(hull[hull.size() - 2], hull.back(), point) <= 0)
        hull.pop_back();
      hull.push_back(point);
    }
    hull.pop_back();
  }
  return hull;
}

// A rectangle that lies askew.
struct Sheet {
  double along_x = 1, along_y = 0;  // the direction of one side
  double from_u = 0, to_u = 0, from_v = 0, to_v = 0;

  double Area() const { return (to_u - from_u) * (to_v - from_v); }
  bool Holds(const Point& point) const {
    const double u = point.x * along_x + point.y * along_y;
    const double v = point.y * along_x - point.x * along_y;
    return u >= from_u && u <= to_u && v >= from_v && v <= to_v;
  }
};

// The smallest around the points. One of its sides lies along a side of their hull.
std::optional<Sheet> SheetAround(const std::vector<Point>& points) {
  if (points.empty()) return std::nullopt;
  const std::vector<Point> hull = Hull(points);
  std::optional<Sheet> best;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    const Point& a = hull[i];
    const Point& b = hull[(i + 1) % hull.size()];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    Sheet sheet{(b.x - a.x) / length, (b.y - a.y) / length, 1e9, -1e9, 1e9, -1e9};
    for (const Point& point : hull) {
      const double u = point.x * sheet.along_x + point.y * sheet.along_y;
      const double v = point.y * sheet.along_x - point.x * sheet.along_y;
      sheet.from_u = std::min(sheet.from_u, u);
      sheet.to_u = std::max(sheet.to_u, u);
      sheet.from_v = std::min(sheet.from_v, v);
      sheet.to_v = std::max(sheet.to_v, v);
    }
    if (!best || sheet.Area() < best->Area()) best = sheet;
  }
  return best;
}

}  // namespace

void PictureLooks::Kept::Shape(int width, int height) {
  pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  picture = {pixels.data(), width, height, width};
}

const GreyPicture& PictureLooks::Inverted(const GreyPicture& picture) {
  inverted_.Shape(picture.width, picture.height);
  std::uint8_t* out = inverted_.pixels.data();
  for (int y = 0; y < picture.height; ++y, out += picture.width) {
    const std::uint8_t* row = RowOf(picture, y);
    for (int x = 0; x < picture.width; ++x) out[x] = static_cast<std::uint8_t>(255 - row[x]);
  }
  return inverted_.picture;
}

const GreyPicture& PictureLooks::Halved(const GreyPicture& picture) {
  halved_.Shape(picture.width / 2, picture.height / 2);
  std::uint8_t* out = halved_.pixels.data();
  for (int y = 0; y < halved_.picture.height; ++y) {
    const std::uint8_t* upper = RowOf(picture, 2 * y);
    const std::uint8_t* lower = upper + picture.stride;
    for (int x = 0; x < halved_.picture.width; ++x, upper += 2, lower += 2)
      *out++ = static_cast<std::uint8_t>((upper[0] + upper[1] + lower[0] + lower[1]) / 4);
  }
  return halved_.picture;
}

const GreyPicture& PictureLooks::Sharpened(const GreyPicture& picture) {
  constexpr int kApart = 3;  // pixels: about as far as a blur that can be undone reaches
  sharpened_.Shape(picture.width, picture.height);
  std::uint8_t* out = sharpened_.pixels.data();
  for (int y = 0; y < picture.height; ++y, out += picture.width) {
    const std::uint8_t* row = RowOf(picture, y);
    std::copy(row, row + picture.width, out);
    if (y < kApart || y >= picture.height - kApart) continue;
    const std::uint8_t* above = RowOf(picture, y - kApart);
    const std::uint8_t* below = RowOf(picture, y + kApart);
    for (int x = kApart; x < picture.width - kApart; ++x) {
      const int around = row[x - kApart] + row[x + kApart] + above[x] + below[x];
      out[x] = static_cast<std::uint8_t>(std::clamp(row[x] + 2 * row[x] - around / 2, 0, 255));
    }
  }
  return sharpened_.picture;
}

void PictureLooks::FindDark(const GreyPicture& picture, int reach) {
  const int width = picture.width, height = picture.height, middle = MiddleLight(picture);
  dark_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  line_.resize(static_cast<std::size_t>(height));
  sums_.resize(static_cast<std::size_t>(std::max(width, height)) + 1);
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* row = RowOf(picture, y);
    std::uint8_t* dark = dark_.data() + std::ptrdiff_t{1} * y * width;
    for (int x = 0; x < width; ++x) dark[x] = row[x] < middle;
  }
  light_.resize(dark_.size());
  for (std::size_t i = 0; i < dark_.size(); ++i) light_[i] = !dark_[i];
  // Opened: thinned by `reach` all round, and what is left grown back.
  for (const bool all : {true, false}) {
    for (int y = 0; y < height; ++y)
      Along(dark_.data() + std::ptrdiff_t{1} * y * width, width, reach, all, sums_);
    for (int x = 0; x < width; ++x) {
      for (int y = 0; y < height; ++y)
        line_[static_cast<std::size_t>(y)] = dark_[static_cast<std::size_t>(y * width + x)];
      Along(line_.data(), height, reach, all, sums_);
      for (int y = 0; y < height; ++y)
        dark_[static_cast<std::size_t>(y * width + x)] = line_[static_cast<std::size_t>(y)];
    }
  }
}

// The corners of what is light in the largest piece that lies wholly on the dark; none where
// another is nearly as large, which may be a second badge.
std::vector<PictureLooks::Point> PictureLooks::LargestPiece(int width, int height) {
  std::vector<Point> best;
  std::size_t best_size = kLeastPiece, next_size = 0;
  for (std::size_t start = 0; start < dark_.size(); ++start) {
    if (dark_[start] != 0) continue;
    bool at_edge = false;
    piece_.assign(1, static_cast<int>(start));
    dark_[start] = kSeen;
    for (std::size_t next = 0; next < piece_.size(); ++next) {
      const int at = piece_[next], x = at % width, y = at / width;
      at_edge |= x == 0 || y == 0 || x == width - 1 || y == height - 1;
      const auto visit = [&](bool inside, int neighbour) {
        if (!inside || dark_[static_cast<std::size_t>(neighbour)] != 0) return;
        dark_[static_cast<std::size_t>(neighbour)] = kSeen;
        piece_.push_back(neighbour);
      };
      visit(x > 0, at - 1);
      visit(x < width - 1, at + 1);
      visit(y > 0, at - width);
      visit(y < height - 1, at + width);
    }
    if (at_edge || piece_.size() < best_size) {
      if (!at_edge) next_size = std::max(next_size, piece_.size());
      continue;
    }
    next_size = best.empty() ? next_size : best_size;
    best_size = piece_.size();
    best.clear();
    for (const int at : piece_) {
      if (!light_[static_cast<std::size_t>(at)]) continue;
      const double x = at % width, y = at / width;
      for (const Point corner : {Point{x, y}, {x + 1, y}, {x, y + 1}, {x + 1, y + 1}})
        best.push_back(corner);
    }
  }
  if (next_size * 2 > best_size) best.clear();
  return best;
}

std::optional<CodeSquare> PictureLooks::BareCode(const GreyPicture& picture) {
  return BareCodeIn(picture, MiddleLight(picture));
}

const GreyPicture& PictureLooks::Framed(const GreyPicture& picture, const CodeSquare& square) {
  framed_.Shape(picture.width, picture.height);
  std::uint8_t* out = framed_.pixels.data();
  for (int y = 0; y < picture.height; ++y, out += picture.width) {
    const std::uint8_t* row = RowOf(picture, y);
    for (int x = 0; x < picture.width; ++x) out[x] = square.Holds(x + 0.5, y + 0.5) ? row[x] : 255;
  }
  return framed_.picture;
}

const GreyPicture& PictureLooks::Trimmed(const GreyPicture& whole, int reach) {
  const GreyPicture picture = Halved(whole);
  FindDark(picture, reach / 2);
  const std::optional<Sheet> sheet = SheetAround(LargestPiece(picture.width, picture.height));
  if (!sheet) return whole;
  trimmed_.Shape(whole.width, whole.height);
  std::uint8_t* out = trimmed_.pixels.data();
  for (int y = 0; y < whole.height; ++y, out += whole.width) {
    const std::uint8_t* row = RowOf(whole, y);
    for (int x = 0; x < whole.width; ++x)
      out[x] = sheet->Holds({(x + 0.5) / 2, (y + 0.5) / 2}) ? row[x] : 255;
  }
  return trimmed_.picture;
}

}  // namespace studio
