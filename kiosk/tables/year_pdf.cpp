#include "tables/year_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <array>
#include <memory>

#include "app/base/clock.h"
#include "app/year/paper_sides.h"
#include "shared/base/clean_text.h"
#include "tables/chart_drawing.h"

namespace studio {
namespace {

constexpr double kPoints = 72 / 25.4;  // of a millimetre
constexpr double kBesideText = 1.0;    // mm within a cell, as HeightOf reckons
constexpr const char* kFamily = "Noto Sans CJK SC";

struct GUnref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct FontFree {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Font = std::unique_ptr<PangoFontDescription, FontFree>;

cairo_status_t Append(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

Font FontOf(double size, bool bold) {
  Font font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFamily);
  pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
  if (bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  return font;
}

struct TextBox {
  double x, y, wide, high;  // mm
};

class PdfDrawing {
 public:
  PdfDrawing(const PrintedSheet& sheet, std::int64_t made_ms)
      : sheet_(sheet),
        sides_(SidesOf(sheet)),
        surface_(cairo_pdf_surface_create_for_stream(&Append, &bytes_, SideWide() * kPoints,
                                                     SideHigh() * kPoints)),
        cairo_(cairo_create(surface_)),
        fonts_(pango_cairo_font_map_new()),
        context_(pango_font_map_create_context(fonts_.get())),
        layout_(pango_layout_new(context_.get())) {
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_CHAR);
    const LocalTime time = LocalTime::At(made_ms);
    const std::string made = time.Date() + "T" + time.HourMin() + ":00+08:00";
    const std::string title = Readable(sheet.title + " " + sheet.foot);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    for (int i = 0; i < kLooks; ++i) {
      const auto look = static_cast<CellLook>(i);
      looks_[static_cast<std::size_t>(i)] = FontOf(SizeOf(look), IsBold(look));
    }
  }
  ~PdfDrawing() {
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  PdfDrawing(const PdfDrawing&) = delete;
  PdfDrawing& operator=(const PdfDrawing&) = delete;

  bool HasFont() {
    pango_layout_set_font_description(layout_.get(), looks_[0].get());
    pango_layout_set_text(layout_.get(), "委员履职", -1);
    return pango_layout_get_unknown_glyphs_count(layout_.get()) == 0;
  }

  // False: it was stopped.
  bool Draw(const OnPrintedRows& progress) {
    const std::size_t all = RowsOf(sheet_);
    std::size_t done = 0;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      DrawSide(sides_[i], i + 1);
      done += sides_[i].last - sides_[i].first;
      if (!progress(done, all)) return false;
    }
    return true;
  }

  Result<std::string> Take() {
    cairo_surface_finish(surface_);
    const cairo_status_t status = cairo_surface_status(surface_);
    if (status != CAIRO_STATUS_SUCCESS) {
      return Fail(ErrorKind::kStorage,
                  std::string("cannot draw the PDF: ") + cairo_status_to_string(status));
    }
    return std::move(bytes_);
  }

 private:
  static constexpr int kLooks = static_cast<int>(CellLook::kSign) + 1;

  double SideWide() const { return sheet_.across ? Paper::kLong : Paper::kShort; }
  double SideHigh() const { return sheet_.across ? Paper::kShort : Paper::kLong; }
  static std::string Readable(const std::string& text) {
    return ReadableText(text, TextKind::kLines);
  }

  void DrawSide(const PaperSide& side, std::size_t number) {
    cairo_save(cairo_);
    cairo_scale(cairo_, kPoints, kPoints);
    const PrintedPage& page = sheet_.pages[side.page];
    double y = Paper::kMargin;
    const auto draw = [&](const PrintedRow& row) {
      DrawRow(row, y);
      y += row.high;
    };
    if (side.repeats) {
      for (std::size_t row = 0; row < page.repeated; ++row) draw(page.rows[row]);
    }
    for (std::size_t row = side.first; row < side.last; ++row) draw(page.rows[row]);
    DrawFoot(number);
    cairo_restore(cairo_);
    cairo_show_page(cairo_);
  }

  void DrawFoot(std::size_t number) {
    constexpr double kHigh = 5;
    const double y = SideHigh() - Paper::kMargin - kHigh;
    const double wide = Paper::Width(sheet_.across), numbers = 40;
    PutText(sheet_.foot, CellLook::kLine, {Paper::kMargin, y, wide - numbers, kHigh},
            PANGO_ALIGN_LEFT);
    PutText("第 " + std::to_string(number) + " 页，共 " + std::to_string(sides_.size()) + " 页",
            CellLook::kLine, {Paper::kMargin + wide - numbers, y, numbers, kHigh},
            PANGO_ALIGN_RIGHT);
  }

  void DrawRow(const PrintedRow& row, double y) {
    double x = Paper::kMargin;
    if (row.chart) {
      const ChartBox box{x, y + 1, Paper::Width(sheet_.across), row.high - 2};
      DrawChart(cairo_, *row.chart, box, [this](const ChartText& one) {
        const double high = 5;
        PutText(one.text, CellLook::kText, {one.x - one.wide / 2, one.y - high / 2, one.wide, high},
                one.left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER);
      });
      return;
    }
    std::size_t column = 0;
    for (const PrintedCell& cell : row.cells) {
      double wide = 0;
      for (int k = 0; k < cell.across && column < sheet_.grid.size(); ++k) {
        wide += sheet_.grid[column++];
      }
      DrawCell(cell, {x, y, wide, row.high});
      x += wide;
    }
  }

  void DrawCell(const PrintedCell& cell, const TextBox& box) {
    constexpr double kLineWide = 0.2;
    if (HasBorder(cell.look)) {
      cairo_rectangle(cairo_, box.x, box.y, box.wide, box.high);
      if (cell.look == CellLook::kHeading || cell.look == CellLook::kSum) {
        const double grey = cell.look == CellLook::kSum ? 0.95 : 0.9;
        cairo_set_source_rgb(cairo_, grey, grey, grey);
        cairo_fill_preserve(cairo_);
      }
      cairo_set_source_rgb(cairo_, 0, 0, 0);
      cairo_set_line_width(cairo_, kLineWide);
      cairo_stroke(cairo_);
    }
    const bool left = cell.look == CellLook::kText || cell.look == CellLook::kLine;
    PutText(cell.text, cell.look, box,
            left                           ? PANGO_ALIGN_LEFT
            : cell.look == CellLook::kSign ? PANGO_ALIGN_RIGHT
                                           : PANGO_ALIGN_CENTER);
  }

  // What does not fit its box is written smaller.
  void PutText(const std::string& text, CellLook look, const TextBox& box, PangoAlignment align) {
    if (text.empty()) return;
    const std::string readable = Readable(text);
    PangoLayout* const layout = layout_.get();
    pango_layout_set_text(layout, readable.data(), static_cast<int>(readable.size()));
    pango_layout_set_alignment(layout, align);
    constexpr double kSmaller = 0.9, kSmallest = 0.5;
    double scale = 1;
    int wide = 0, high = 0;
    for (;; scale *= kSmaller) {
      if (scale == 1) {
        pango_layout_set_font_description(layout, looks_[static_cast<std::size_t>(look)].get());
      } else {
        pango_layout_set_font_description(layout, FontOf(SizeOf(look) * scale, IsBold(look)).get());
      }
      pango_layout_set_width(
          layout, static_cast<int>((box.wide - 2 * kBesideText) * kPoints * PANGO_SCALE));
      pango_layout_get_size(layout, &wide, &high);
      if (high <= box.high * kPoints * PANGO_SCALE || scale < kSmallest) break;
    }
    const double text_high = high / (kPoints * PANGO_SCALE);
    const double y = look == CellLook::kSign ? box.y + box.high - text_high - kBesideText
                                             : box.y + (box.high - text_high) / 2;
    cairo_save(cairo_);
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_translate(cairo_, box.x + kBesideText, y);
    cairo_scale(cairo_, 1 / kPoints, 1 / kPoints);
    pango_cairo_show_layout(cairo_, layout);
    cairo_restore(cairo_);
  }

  const PrintedSheet& sheet_;
  const std::vector<PaperSide> sides_;
  std::string bytes_;
  cairo_surface_t* const surface_;
  cairo_t* const cairo_;
  std::unique_ptr<PangoFontMap, GUnref> fonts_;
  std::unique_ptr<PangoContext, GUnref> context_;
  std::unique_ptr<PangoLayout, GUnref> layout_;
  std::array<Font, kLooks> looks_;
};

}  // namespace

Result<std::string> MakeYearPdf(const PrintedSheet& sheet, std::int64_t made_ms,
                                const OnPrintedRows& progress) {
  PdfDrawing drawing(sheet, made_ms);
  if (!drawing.HasFont()) {
    return Fail(ErrorKind::kUnavailable, "no font with Chinese characters is installed");
  }
  if (!drawing.Draw(progress)) return std::string();
  return drawing.Take();
}

}  // namespace studio
