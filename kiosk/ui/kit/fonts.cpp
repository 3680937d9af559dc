#include "ui/kit/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H

#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <unordered_map>

#include "shared/base/clean_text.h"
#include "ui/kit/ligatures.h"

namespace studio {
namespace {

constexpr std::uint32_t kGsubTag = FT_MAKE_TAG('G', 'S', 'U', 'B');

struct FaceEntry {
  FT_Face face = nullptr;
  int pixels = 0;
  std::unordered_map<char32_t, std::uint32_t> glyphs;
  std::unordered_map<std::uint32_t, float> advances;
};

class FreeTypeFonts : public Fonts {
 public:
  FreeTypeFonts() { FT_Init_FreeType(&library_); }
  ~FreeTypeFonts() override { FT_Done_FreeType(library_); }
  FreeTypeFonts(const FreeTypeFonts&) = delete;
  FreeTypeFonts& operator=(const FreeTypeFonts&) = delete;

  Result<bool> Load(FaceId id, const std::string& path, const char* family) {
    // Debian's collection has the simplified Chinese face third; the name decides.
    const FT_Long guess = family == nullptr ? 0 : 2;
    if (Try(id, path, guess, family)) return true;
    FT_Face probe = nullptr;
    if (FT_New_Face(library_, path.c_str(), -1, &probe) != 0)
      return Fail(ErrorKind::kNotFound, "cannot open the font " + path);
    const FT_Long count = probe->num_faces;
    FT_Done_Face(probe);
    for (FT_Long index = 0; index < count; ++index)
      if (Try(id, path, index, family)) return true;
    return Fail(ErrorKind::kMalformed, path + " holds no face called " + (family ? family : "?"));
  }

  std::uint32_t GlyphOf(FaceId id, char32_t code) override {
    FaceEntry& entry = Entry(id);
    const auto [found, fresh] = entry.glyphs.try_emplace(code, 0);
    if (fresh) found->second = FT_Get_Char_Index(entry.face, code);
    return found->second;
  }

  std::uint32_t IconOf(std::string_view name) override {
    const auto [found, fresh] = icons_.try_emplace(std::string(name), 0);
    if (!fresh) return found->second;
    if (gsub_.empty()) LoadGsub();
    FT_Face face = Entry(FaceId::kIcons).face;
    found->second = FindLigature(gsub_, name, [face](char letter) {
      return FT_Get_Char_Index(face, static_cast<unsigned char>(letter));
    });
    return found->second;
  }

  float Advance(FaceId id, std::uint32_t glyph) override {
    FaceEntry& entry = Entry(id);
    const auto [found, fresh] = entry.advances.try_emplace(glyph, 0.f);
    if (fresh) {
      FT_Fixed units = 0;
      FT_Get_Advance(entry.face, glyph, FT_LOAD_NO_SCALE, &units);
      found->second = static_cast<float>(units) / static_cast<float>(entry.face->units_per_EM);
    }
    return found->second;
  }

  GlyphBitmap Rasterise(FaceId id, int pixels, std::uint32_t glyph) override {
    FaceEntry& entry = Entry(id);
    if (entry.pixels != pixels) {
      FT_Set_Pixel_Sizes(entry.face, 0, static_cast<FT_UInt>(pixels));
      entry.pixels = pixels;
    }
    GlyphBitmap out;
    if (FT_Load_Glyph(entry.face, glyph, FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) return out;
    const FT_GlyphSlot slot = entry.face->glyph;
    const FT_Bitmap& bitmap = slot->bitmap;
    out.width = static_cast<int>(bitmap.width);
    out.height = static_cast<int>(bitmap.rows);
    out.left = slot->bitmap_left;
    out.top = slot->bitmap_top;
    out.coverage.resize(bitmap.width * bitmap.rows);
    for (unsigned row = 0; row < bitmap.rows; ++row)
      std::memcpy(out.coverage.data() + row * bitmap.width,
                  bitmap.buffer + static_cast<int>(row) * bitmap.pitch, bitmap.width);
    return out;
  }

 private:
  FaceEntry& Entry(FaceId id) { return faces_[static_cast<std::size_t>(id)]; }

  bool Try(FaceId id, const std::string& path, FT_Long index, const char* family) {
    FT_Face face = nullptr;
    if (FT_New_Face(library_, path.c_str(), index, &face) != 0) return false;
    if (family != nullptr &&
        (face->family_name == nullptr || std::strcmp(face->family_name, family) != 0)) {
      FT_Done_Face(face);
      return false;
    }
    Entry(id).face = face;
    return true;
  }

  void LoadGsub() {
    FT_Face face = Entry(FaceId::kIcons).face;
    FT_ULong length = 0;
    if (FT_Load_Sfnt_Table(face, kGsubTag, 0, nullptr, &length) != 0) return;
    gsub_.resize(length);
    if (FT_Load_Sfnt_Table(face, kGsubTag, 0, gsub_.data(), &length) != 0) gsub_.clear();
  }

  FT_Library library_ = nullptr;
  std::array<FaceEntry, 3> faces_;
  std::vector<std::uint8_t> gsub_;
  std::unordered_map<std::string, std::uint32_t> icons_;
};

void Stamp(GlyphBitmap& box, const GlyphBitmap& glyph, int x, int y) {
  for (int row = 0; row < glyph.height; ++row)
    for (int column = 0; column < glyph.width; ++column) {
      const int to_x = x + column, to_y = y + row;
      if (to_x < 0 || to_y < 0 || to_x >= box.width || to_y >= box.height) continue;
      box.coverage[static_cast<std::size_t>(to_y * box.width + to_x)] =
          glyph.coverage[static_cast<std::size_t>(row * glyph.width + column)];
    }
}

}  // namespace

Result<std::unique_ptr<Fonts>> Fonts::Open(const FontFiles& files) {
  auto fonts = std::make_unique<FreeTypeFonts>();
  constexpr const char* kFamily = "Noto Sans CJK SC";
  if (auto done = fonts->Load(FaceId::kRegular, files.regular, kFamily); !done)
    return tl::unexpected(done.error());
  if (auto done = fonts->Load(FaceId::kBold, files.bold, kFamily); !done)
    return tl::unexpected(done.error());
  if (auto done = fonts->Load(FaceId::kIcons, files.icons, nullptr); !done)
    return tl::unexpected(done.error());
  return fonts;
}

char32_t ShownAs(Fonts& fonts, Weight weight, char32_t code) {
  if (code == '\n' || code == '\t') return ' ';
  if (IsUnseen(code)) return 0;
  if (fonts.GlyphOf(FaceOf(weight), code) != 0 || IsLetter(code)) return code;
  return IsPrivateUse(code) ? U'〓' : 0;
}

GlyphBitmap MissingBox(Fonts& fonts, int pixels, char32_t code) {
  GlyphBitmap box;
  box.width = box.height = std::max(6, pixels * 88 / 100);
  box.left = pixels * 6 / 100;
  box.top = pixels * 82 / 100;
  box.coverage.assign(static_cast<std::size_t>(box.width * box.height), 0);
  const int line = std::max(1, pixels / 24);
  for (int y = 0; y < box.height; ++y)
    for (int x = 0; x < box.width; ++x)
      if (x < line || y < line || x >= box.width - line || y >= box.height - line)
        box.coverage[static_cast<std::size_t>(y * box.width + x)] = 255;

  char digits[16];
  const int columns = code > 0xFFFF ? 3 : 2;
  std::snprintf(digits, sizeof digits, columns == 3 ? "%06X" : "%04X", static_cast<unsigned>(code));
  const int small = std::max(4, pixels * 34 / 100);
  const int step = (box.width - 4 * line) / columns;
  for (int i = 0; i < 2 * columns; ++i) {
    const std::uint32_t glyph =
        fonts.GlyphOf(FaceId::kRegular, static_cast<unsigned char>(digits[i]));
    const GlyphBitmap digit = fonts.Rasterise(FaceId::kRegular, small, glyph);
    const int middle_x = 2 * line + step * (i % columns) + step / 2;
    const int middle_y = box.height * (i < columns ? 30 : 70) / 100;
    Stamp(box, digit, middle_x - digit.width / 2, middle_y - digit.height / 2);
  }
  return box;
}

float AdvanceOf(Fonts& fonts, Weight weight, int pixels, char32_t code) {
  const char32_t shown = ShownAs(fonts, weight, code);
  if (shown == 0) return 0;
  const FaceId face = FaceOf(weight);
  const std::uint32_t glyph = fonts.GlyphOf(face, shown);
  return static_cast<float>(pixels) * (glyph == 0 ? 1.f : fonts.Advance(face, glyph));
}

}  // namespace studio
