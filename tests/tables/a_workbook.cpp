#include "a_workbook.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <utility>

#include "a_county.h"
#include "test_support/temp_folder.h"

namespace studio {

std::string WorkbookBytes(const std::vector<std::string>& sheets, const std::string& styles,
                          const std::string& texts) {
  std::string named, linked;
  std::vector<std::pair<std::string, std::string>> parts = {
      {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
      {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1), file = "worksheets/s" + number + ".xml";
    named += "<sheet name=\"" + number + "月\" r:id=\"a" + number + "\"/>";
    linked += "<Relationship Id=\"a" + number + "\" Target=\"" + file + "\"/>";
    parts.emplace_back("xl/" + file, "<worksheet>" + sheets[i] + "</worksheet>");
  }
  parts.emplace_back("xl/workbook.xml",
                     "<workbook xmlns:r=\"r\"><sheets>" + named + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + linked + "</Relationships>");
  TempFolder folder;
  const std::string path = (folder.path() / "book.xlsx").string();
  int error = 0;
  zip_t* const zip = zip_open(path.c_str(), ZIP_CREATE, &error);
  REQUIRE(zip != nullptr);
  for (const auto& [name, text] : parts) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
  }
  REQUIRE(zip_close(zip) == 0);
  return FileBytes(path);
}

}  // namespace studio
