#include "shared/mechanism_file/sheets_reading.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/base/utf8.h"

namespace studio {
namespace {

std::vector<std::string> FieldsOf(const KnownSheet& sheet) {
  std::vector<std::string> out;
  for (const KnownSheet::Field& field : sheet.fields) out.emplace_back(field.id);
  return out;
}

std::string Listed(const KnownSheet& sheet) {
  std::string text;
  for (const KnownSheet::Field& field : sheet.fields) {
    text += (text.empty() ? "" : "、") + std::string(field.id) + "（" + std::string(field.caption) +
            "）";
  }
  return text;
}

std::string ShortText(TomlReading& table, std::string_view key, std::size_t most) {
  std::string text = table.Text(key);
  if (CountCharacters(text) > most) {
    table.Say(key, std::string(key) + " 最多 " + std::to_string(most) + " 个字，再长表头放不下。");
  }
  return text;
}

class SheetReading {
 public:
  SheetReading(const KnownSheet& known, TomlReading& table) : known_(known), table_(table) {}

  SheetForm Read() {
    SheetForm form;
    form.id = known_.id;
    form.title = ShortText(table_, "title", kMaxSheetTitle);
    table_.Mark(false);
    if (!known_.kinds.empty()) form.kinds = table_.Words("kinds");
    const std::vector<std::string> fields = Columns();
    const auto captions = Captions(fields);
    if (table_.Has("columns") || !captions.empty()) {
      for (const std::string& field : fields) {
        const auto said = captions.find(field);
        form.columns.push_back({field, said != captions.end()
                                           ? said->second
                                           : std::string(known_.FieldWith(field)->caption)});
      }
    }
    table_.NothingElse();
    return form;
  }

 private:
  std::vector<std::string> Columns() {
    std::vector<std::string> fields;
    std::set<std::string> before;
    for (const std::string& field : table_.Words("columns")) {
      if (known_.FieldWith(field) == nullptr) {
        table_.Say("columns",
                   "“" + std::string(known_.title) + "”没有“" + field + "”这一栏，可以写：" +
                       Listed(known_) + MeantWord(field, FieldsOf(known_)),
                   mistake::kWord);
      } else if (!before.insert(field).second) {
        table_.Say("columns", "columns 里“" + field + "”写了两次。", mistake::kTwice);
      } else {
        fields.push_back(field);
      }
    }
    if (!fields.empty() || table_.Has("columns")) return fields;
    for (const KnownSheet::Field& field : known_.fields) {
      if (field.shown) fields.emplace_back(field.id);
    }
    return fields;
  }

  std::map<std::string, std::string> Captions(const std::vector<std::string>& fields) {
    std::map<std::string, std::string> out;
    auto table = table_.Inside("captions");
    if (!table) return out;
    for (const std::string& key : table->Keys()) {
      std::string caption = ShortText(*table, key, kMaxSheetCaption);
      if (std::find(fields.begin(), fields.end(), key) == fields.end()) {
        table->Say(key,
                   "“" + std::string(known_.title) + "”不印“" + key + "”这一栏，不用写它的名称" +
                       MeantWord(key, fields),
                   mistake::kNowhere);
      } else {
        out.emplace(key, std::move(caption));
      }
    }
    table->NothingElse();
    return out;
  }

  const KnownSheet& known_;
  TomlReading& table_;
};

}  // namespace

std::vector<SheetForm> ReadSheetForms(TomlReading& file) {
  std::vector<SheetForm> forms;
  auto sheets = file.Inside("sheets");
  if (!sheets) return forms;
  for (const KnownSheet& known : KnownSheets()) {
    if (auto table = sheets->Inside(known.id)) forms.push_back(SheetReading(known, *table).Read());
  }
  sheets->NothingElse();
  return forms;
}

}  // namespace studio
