#include "tables/html_reader.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <memory>
#include <string>

#include "shared/base/clean_text.h"
#include "shared/sheets/sheet_builder.h"
#include "shared/sheets/text_decoding.h"

namespace studio {
namespace {

constexpr int kDeepest = 200;

bool Is(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE &&
         std::strcmp(reinterpret_cast<const char*>(node->name), name) == 0;
}

// White space as a browser shows it; <br> and the ends of paragraphs are line breaks.
void AppendText(const xmlNode* node, std::string& out, int depth) {
  if (depth > kDeepest) return;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      for (const char c : std::string_view(reinterpret_cast<const char*>(node->content))) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) out.push_back(c);
        if (space && !out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
      }
    } else if (Is(node, "br")) {
      out.push_back('\n');
    } else if (!Is(node, "script") && !Is(node, "style")) {
      AppendText(node->children, out, depth + 1);
      if (Is(node, "p") || Is(node, "div") || Is(node, "tr")) out.push_back('\n');
    }
  }
}

int Span(xmlNode* cell, const char* name) {
  xmlChar* const text = xmlGetProp(cell, reinterpret_cast<const xmlChar*>(name));
  int span = 1;
  if (text != nullptr) {
    const char* const from = reinterpret_cast<const char*>(text);
    std::from_chars(from, from + std::strlen(from), span);
    xmlFree(text);
  }
  return std::clamp(span, 1, 1000);
}

class Page {
 public:
  void Walk(xmlNode* node, int depth) {
    if (depth > kDeepest) return;
    for (; node != nullptr; node = node->next) {
      if (Is(node, "script") || Is(node, "style") || Is(node, "head")) continue;
      if (Is(node, "table")) {
        Flush();
        taken_.clear();
        Rows(node->children, depth + 1);
      } else if (node->type == XML_TEXT_NODE) {
        xmlNode alone = *node;
        alone.next = nullptr;
        AppendText(&alone, line_, 0);
      } else if (node->type == XML_ELEMENT_NODE) {
        const bool inline_part = Is(node, "b") || Is(node, "span") || Is(node, "font");
        if (!inline_part) Flush();
        Walk(node->children, depth + 1);
        if (!inline_part) Flush();
      }
    }
  }

  void Flush() {
    std::string text = CleanText(line_, TextKind::kLines);
    line_.clear();
    if (!text.empty()) sheet_.Put(++row_, 1, std::move(text));
  }

  SheetBuilder& sheet() { return sheet_; }
  const TableRoom& room() const { return room_; }

 private:
  void Rows(xmlNode* node, int depth) {
    if (depth > kDeepest) return;
    for (; node != nullptr; node = node->next) {
      if (Is(node, "tr")) {
        ++row_;
        Cells(node->children);
      } else if (Is(node, "caption")) {
        AppendText(node->children, line_, 0);
        Flush();
      } else if (node->type == XML_ELEMENT_NODE) {
        Rows(node->children, depth + 1);
      }
    }
  }

  void Cells(xmlNode* node) {
    int column = 1;
    for (; node != nullptr && !room_.fault(); node = node->next) {
      if (!Is(node, "td") && !Is(node, "th")) continue;
      // Where a cell from above reaches down.
      while (column <= kTableColumns && taken_.contains(column) && taken_[column] >= row_) ++column;
      const int wide = std::min(Span(node, "colspan"), kTableColumns), high = Span(node, "rowspan");
      std::string text;
      AppendText(node->children, text, 0);
      sheet_.Put(row_, column, CleanText(text, TextKind::kLines));
      sheet_.Merge({row_, column, row_ + high - 1, column + wide - 1});
      for (int i = 0; i < wide; ++i) taken_[column + i] = row_ + high - 1;
      column += wide;
    }
  }

  TableRoom room_;
  SheetBuilder sheet_{room_};
  std::string line_;
  int row_ = 0;
  std::map<int, int> taken_;  // by column: the last row that a cell reaches down to
};

}  // namespace

bool LooksLikeHtml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos || bytes[at] != '<') return false;
  std::string head(bytes.substr(at, 65536));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
  return head.find("<table") != std::string::npos || head.find("<html") != std::string::npos;
}

Sheets ReadHtml(std::string_view bytes) {
  const auto text = DecodeText(bytes);
  if (!text) return RefuseTable(TableFault::kUnknownEncoding);
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(
          text->data(), static_cast<int>(text->size()), nullptr, "UTF-8",
          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
      &xmlFreeDoc);
  Page page;
  if (document) page.Walk(xmlDocGetRootElement(document.get()), 0);
  page.Flush();
  std::vector<Sheet> out;
  if (!page.sheet().empty()) out.push_back(page.sheet().Take());
  if (page.room().fault()) return RefuseTable(*page.room().fault());
  return out;
}

}  // namespace studio
