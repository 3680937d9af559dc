#include "tables/xlsx_reader.h"

#include <libxml/xmlreader.h>
#include <zip.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "shared/sheets/cell_numbers.h"
#include "shared/sheets/sheet_builder.h"

namespace studio {
namespace {

constexpr std::size_t kPartLargest = 64u << 20;  // unpacked
constexpr std::size_t kMostSheets = 100;

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

template <class T>
T NumberIn(std::string_view text, T otherwise) {
  T number = otherwise;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() ? number : otherwise;
}

class Package {
 public:
  // `room` outlives it.
  Package(std::string_view bytes, TableRoom& room) : room_(room) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
      zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
      if (!zip_) zip_source_free(source);
    }
    zip_error_fini(&error);
  }

  bool good() const { return zip_ != nullptr; }

  // nullopt: there is none, it is damaged or too large.
  std::optional<std::string> Part(const std::string& name) const {
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(zip_.get(), name.c_str(), ZIP_FL_NOCASE), &zip_fclose);
    if (!file) return std::nullopt;
    std::string out;
    std::vector<char> piece(65536);
    for (;;) {
      const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
      if (read < 0) return std::nullopt;
      if (read == 0) return out;
      out.append(piece.data(), static_cast<std::size_t>(read));
      if (out.size() <= kPartLargest) continue;
      room_.Refuse(TableFault::kTooMuchText);
      return std::nullopt;
    }
  }

 private:
  struct Close {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };
  TableRoom& room_;
  std::unique_ptr<zip_t, Close> zip_;
};

// One element after another, entities never resolved, nothing fetched.
class Xml {
 public:
  explicit Xml(const std::string& text)
      : reader_(xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                &xmlFreeTextReader) {}

  bool Next() {
    if (!reader_) return false;
    const int read = xmlTextReaderRead(reader_.get());
    damaged_ = damaged_ || read < 0;
    return read == 1;
  }
  bool damaged() const { return damaged_ || !reader_; }
  bool Begins(std::string_view name) const {
    return xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ELEMENT && name == Name();
  }
  bool Ends(std::string_view name) const {
    const int type = xmlTextReaderNodeType(reader_.get());
    return name == Name() &&
           (type == XML_READER_TYPE_END_ELEMENT ||
            (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(reader_.get()) == 1));
  }
  std::string_view Text() const {
    const int type = xmlTextReaderNodeType(reader_.get());
    const bool text = type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                      type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
                      type == XML_READER_TYPE_WHITESPACE;
    return text ? View(xmlTextReaderConstValue(reader_.get())) : std::string_view();
  }
  std::string Attribute(const char* name) const {
    xmlChar* const value =
        xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
    std::string out(View(value));
    xmlFree(value);
    return out;
  }

 private:
  std::string_view Name() const { return View(xmlTextReaderConstLocalName(reader_.get())); }

  std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader_;
  bool damaged_ = false;
};

struct SheetPart {
  std::string name, part;
  bool hidden = false;
};

// "B7"; zeros: something else.
struct At {
  int row = 0, column = 0;
};
At AtOf(std::string_view name) {
  At at;
  std::size_t letters = 0;
  for (; letters < name.size() && letters < 3 && name[letters] >= 'A' && name[letters] <= 'Z';
       ++letters) {
    at.column = at.column * 26 + (name[letters] - 'A' + 1);
  }
  at.row = NumberIn(name.substr(letters), 0);
  return at;
}

class Workbook {
 public:
  explicit Workbook(std::string_view bytes) : package_(bytes, room_) {}

  Sheets Read() {
    if (!package_.good() || !ReadBook() || !ReadStrings()) return Refused();
    ReadStyles();
    std::vector<Sheet> out;
    for (const SheetPart& part : parts_) {
      SheetBuilder sheet(room_, part.name);
      if (part.hidden) sheet.HideSheet();
      if (!ReadSheet(part, sheet)) return Refused();
      if (!sheet.empty()) out.push_back(sheet.Take());
      if (room_.fault()) return Refused();
    }
    return out;
  }

 private:
  tl::unexpected<TableRefusal> Refused() const {
    return RefuseTable(room_.fault().value_or(TableFault::kWorkbook));
  }

  bool ReadBook() {
    const auto book = package_.Part("xl/workbook.xml"),
               links = package_.Part("xl/_rels/workbook.xml.rels");
    if (!book || !links) return false;
    std::map<std::string, std::string> targets;
    Xml link(*links);
    while (link.Next()) {
      if (targets.size() > kMostSheets * 10) return false;
      if (link.Begins("Relationship")) targets[link.Attribute("Id")] = link.Attribute("Target");
    }
    Xml xml(*book);
    while (xml.Next()) {
      if (xml.Begins("workbookPr")) {
        const std::string from = xml.Attribute("date1904");
        from_1904_ = from == "1" || from == "true";
      }
      if (!xml.Begins("sheet")) continue;
      const auto target = targets.find(xml.Attribute("r:id"));
      if (target == targets.end() || parts_.size() >= kMostSheets) return false;
      const std::string& path = target->second;
      const std::string state = xml.Attribute("state");
      parts_.push_back({xml.Attribute("name"),
                        path.starts_with('/') ? path.substr(1) : "xl/" + path,
                        !state.empty() && state != "visible"});
    }
    return !xml.damaged() && !link.damaged();
  }

  bool ReadStrings() {
    const auto part = package_.Part("xl/sharedStrings.xml");
    if (!part) return true;  // a book without texts
    Xml xml(*part);
    bool in_text = false, in_reading = false;
    std::string text;
    TableRoom room;  // they are counted again where they stand
    while (xml.Next()) {
      if (xml.Begins("si")) text.clear();
      if (xml.Begins("rPh")) in_reading = true;  // how it is pronounced
      if (xml.Begins("t")) in_text = true;
      if (in_text && !in_reading) text += xml.Text();
      if (xml.Ends("t")) in_text = false;
      if (xml.Ends("rPh")) in_reading = false;
      if (!xml.Ends("si")) continue;
      if (!room.Take(1, text.size())) {
        room_.Refuse(*room.fault());
        return false;
      }
      strings_.push_back(text);
    }
    return !xml.damaged();
  }

  void ReadStyles() {
    const auto part = package_.Part("xl/styles.xml");
    if (!part) return;
    std::map<int, NumberLook> formats;
    Xml xml(*part);
    bool in_cells = false;
    while (xml.Next()) {
      if (xml.Begins("numFmt")) {
        formats[NumberIn(xml.Attribute("numFmtId"), -1)] = LookOf(xml.Attribute("formatCode"));
      }
      if (xml.Begins("cellXfs")) in_cells = true;
      if (xml.Ends("cellXfs")) in_cells = false;
      if (in_cells && xml.Begins("xf")) {
        const int format = NumberIn(xml.Attribute("numFmtId"), 0);
        const auto own = formats.find(format);
        looks_.push_back(own == formats.end() ? LookOf(format) : own->second);
      }
    }
  }

  bool ReadSheet(const SheetPart& part, SheetBuilder& sheet) {
    const auto text = package_.Part(part.part);
    if (!text) return false;
    Xml xml(*text);
    int row = 0, column = 0;
    std::string type, value;
    std::size_t style = 0;
    bool in_value = false, in_reading = false;
    while (xml.Next() && !room_.fault()) {
      if (xml.Begins("row")) {
        row = NumberIn(xml.Attribute("r"), row + 1);
        column = 0;
        const std::string hidden = xml.Attribute("hidden");
        if (hidden == "1" || hidden == "true") sheet.Hide(row);
      } else if (xml.Begins("c")) {
        const At at = AtOf(xml.Attribute("r"));
        column = at.column > 0 ? at.column : column + 1;
        type = xml.Attribute("t");
        style = NumberIn<std::size_t>(xml.Attribute("s"), 0);
        value.clear();
      } else if (xml.Begins("rPh")) {
        in_reading = true;
      } else if (xml.Begins("v") || xml.Begins("t")) {
        in_value = true;
      } else if (xml.Begins("mergeCell")) {
        const std::string range = xml.Attribute("ref");
        const std::size_t colon = range.find(':');
        const At from = AtOf(range.substr(0, colon));
        const At to = colon == std::string::npos ? from : AtOf(range.substr(colon + 1));
        sheet.Merge({from.row, from.column, to.row, to.column});
      }
      if (in_value && !in_reading) value += xml.Text();
      if (xml.Ends("v") || xml.Ends("t")) in_value = false;
      if (xml.Ends("rPh")) in_reading = false;
      if (xml.Ends("c")) sheet.Put(row, column, Shown(type, style, value));
    }
    return !xml.damaged();
  }

  std::string Shown(const std::string& type, std::size_t style, const std::string& value) const {
    if (type == "s") {
      const auto index = NumberIn<std::size_t>(value, strings_.size());
      return index < strings_.size() ? strings_[index] : "";
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || read.ptr != value.data() + value.size()) return value;
    return ShownNumber(number, style < looks_.size() ? looks_[style] : NumberLook::kNumber,
                       from_1904_);
  }

  TableRoom room_;
  Package package_;
  bool from_1904_ = false;
  std::vector<SheetPart> parts_;
  std::vector<std::string> strings_;
  std::vector<NumberLook> looks_;  // by the style of a cell
};

}  // namespace

Sheets ReadXlsx(std::string_view bytes) { return Workbook(bytes).Read(); }

}  // namespace studio
