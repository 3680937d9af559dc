#include "server/ledger/ledger_copy.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>

#include "server/ledger/ledger_query.h"
#include "shared/base/utf8.h"

namespace county {
namespace {

constexpr std::int64_t kAtOnce = 64;  // rows; a piece of an attachment has up to 256 KiB
constexpr const char* kRowDomain = "ms.ledger.row.v1";

// NAME KEYS COLUMN:TYPE…, of i(nteger), t(ext), b(ytes)
constexpr const char* kTables = R"(
meta 1 name:t value:i
identity 1 name:t value:b
codes 1 hash:b studio:i made_ms:i terminal:i
terminals 1 number:i studio:i key:b version:t enrolled_ms:i revoked:i
records 1 serial:i id:b digest:b terminal:i header:b sealed:b stream:b seq:i withdraws:b arrived_ms:i
refusals 2 digest:b terminal:i id:b reason:t arrived_ms:i
places 4 terminal:i stream:b seq:i digest:b previous:b
streams 2 terminal:i stream:b count:i head_seq:i head_digest:b clone:i opened:i succeeds:b old_seq:i old_digest:b
entities 2 kind:t id:t version:i audience:i deleted:i body:t
announcements 3 terminal:i digest:b record:i
attachments 2 terminal:i digest:b length:i received:i serial:i
pieces 3 terminal:i digest:b at:i bytes:b
outcomes 1 record:i outcome:t
heartbeats 1 terminal:i heard_ms:i json:t
opinions 1 id:i topic:t ballot:b origin:t stance:t at_ms:i arrived_ms:i counted:i record:b sealed:b published:t
wishes 1 record:b wish:t
cases 1 number:t record:b terminal:i studio:i wish:i category:t village:t matter:t reading_key:b received_ms:i step:t step_ms:i outcome:t state:b withdrawn:i
ratings 2 number:t round:i record:b
matters 1 id:t lead:t
boots 2 terminal:i boot:b county_ms:i monotonic_ms:i sent:i
unsure 1 record:i terminal:i stream:b seq:i arrived_ms:i body:t fault:t placed:i
guesses 1 record:i line:t body:t unproven:i
sure_lines 1 line:t body:t
deed_entries 1 entry:i deed:t at_ms:i by_county:i held:i sealed:b
deeds 1 deed:t feed:b year:i studio:i by_county:i told:t sealed:b
closed_years 1 year:i sealed:b
replies 2 number:t record:b
alike 2 mark:t deed:t
proposals 1 proposal:t feed:b told:t sealed:b
proposal_words 1 entry:i proposal:t record:b sealed:b
)";

LedgerValue::Type TypeNamed(char name) {
  return name == 'i'   ? LedgerValue::Type::kInteger
         : name == 't' ? LedgerValue::Type::kText
                       : LedgerValue::Type::kBytes;
}

std::vector<LedgerTable> ReadTables() {
  std::vector<LedgerTable> tables;
  std::istringstream lines(kTables);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    LedgerTable& table = tables.emplace_back();
    std::istringstream words(line);
    words >> table.name >> table.keys;
    for (std::string column; words >> column;) {
      table.columns.push_back({column.substr(0, column.size() - 2), TypeNamed(column.back())});
    }
  }
  return tables;
}

// A value that was read and outlives its row.
struct KeptValue {
  LedgerValue::Type type;
  std::optional<std::int64_t> integer;
  std::optional<std::string> bytes;

  LedgerValue View() const {
    if (integer) return ValueOf(*integer);
    if (bytes) return {type, false, 0, *bytes};
    return {type};
  }
};
using KeptRow = std::vector<KeptValue>;

KeptRow RowOf(const LedgerTable& table, const LedgerRows& rows) {
  KeptRow row;
  for (const LedgerTable::Column& column : table.columns) {
    KeptValue& value = row.emplace_back(KeptValue{column.type, {}, {}});
    const int index = static_cast<int>(row.size()) - 1;
    if (rows.Null(index)) continue;
    if (column.type == LedgerValue::Type::kInteger) {
      value.integer = rows.Int(index);
    } else if (column.type == LedgerValue::Type::kText) {
      value.bytes = PortableText(rows.Text(index));
    } else {
      value.bytes = std::string(studio::AsText(rows.Blob(index)));
    }
  }
  return row;
}

std::string Joined(const LedgerTable& table, std::size_t count) {
  std::string names;
  for (std::size_t i = 0; i < count; ++i) {
    names += (i == 0 ? "" : ", ") + table.columns[i].name;
  }
  return names;
}

std::string Marks(std::size_t count) {
  std::string marks = "?";
  for (std::size_t i = 1; i < count; ++i) marks += ", ?";
  return marks;
}

// Statements are kept by their address, so they live as long as the program.
struct TableSql {
  explicit TableSql(const LedgerTable& of) : table(of) {
    const std::string keys = Joined(of, of.keys);
    const std::string select = "SELECT " + Joined(of, of.columns.size()) + " FROM " + of.name;
    const std::string order = " ORDER BY " + keys + " LIMIT " + std::to_string(kAtOnce);
    first = select + order;
    next = select + " WHERE (" + keys + ") > (" + Marks(of.keys) + ")" + order;
    insert = "INSERT INTO " + of.name + " (" + Joined(of, of.columns.size()) + ") VALUES (" +
             Marks(of.columns.size()) + ")";
  }
  const LedgerTable& table;
  std::string first, next, insert;
};

const std::vector<TableSql>& Statements() {
  static const std::vector<TableSql> statements(LedgerTables().begin(), LedgerTables().end());
  return statements;
}

std::vector<LedgerValue> Views(const KeptRow& row, std::size_t count) {
  std::vector<LedgerValue> views;
  for (std::size_t i = 0; i < count; ++i) views.push_back(row[i].View());
  return views;
}

void ForEachRow(LedgerDatabase& database, const TableSql& sql,
                const std::function<void(const KeptRow&)>& work) {
  KeptRow last;
  for (std::int64_t read = kAtOnce; read == kAtOnce;) {
    const auto rows = last.empty() ? database.Run(sql.first.c_str(), {})
                                   : database.Run(sql.next.c_str(), Views(last, sql.table.keys));
    for (read = 0; rows->Next(); ++read) {
      last = RowOf(sql.table, *rows);
      work(last);
    }
  }
}

void Extend(studio::Digest& digest, const KeptRow& row) {
  std::string bytes(studio::AsText(digest));
  for (const KeptValue& value : row) {
    const std::string text =
        value.integer ? std::to_string(*value.integer) : value.bytes.value_or(std::string());
    const bool null = !value.integer && !value.bytes;
    bytes += (null ? "-" : std::to_string(text.size()) + ":") + text;
  }
  digest = studio::HashOf(kRowDomain, studio::AsBytes(bytes));
}

std::optional<std::size_t> IndexOf(const LedgerTable& table, const char* column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == column) return i;
  }
  return std::nullopt;
}

}  // namespace

const std::vector<LedgerTable>& LedgerTables() {
  static const std::vector<LedgerTable> tables = ReadTables();
  return tables;
}

void CopyTables(LedgerDatabase& from, LedgerDatabase& to) {
  for (const TableSql& sql : Statements()) {
    ForEachRow(from, sql, [&](const KeptRow& row) {
      to.Run(sql.insert.c_str(), Views(row, row.size()))->Next();
    });
  }
  to.NumbersWereGiven();
}

LedgerDigest DigestOf(LedgerDatabase& database) {
  LedgerDigest all;
  for (const TableSql& sql : Statements()) {
    studio::Digest& whole = all.tables[sql.table.name];
    const auto terminal = IndexOf(sql.table, "terminal"), stream = IndexOf(sql.table, "stream");
    ForEachRow(database, sql, [&](const KeptRow& row) {
      Extend(whole, row);
      if (!terminal || !stream) return;
      const auto id = studio::AsBytes(*row[*stream].bytes);
      LedgerDigest::Stream of{static_cast<studio::TerminalNumber>(*row[*terminal].integer), {}};
      if (id.size() != of.second.bytes.size()) {
        throw std::runtime_error("the ledger holds a value of the wrong size");
      }
      std::copy(id.begin(), id.end(), of.second.bytes.begin());
      Extend(all.streams[of], row);
    });
  }
  return all;
}

std::string PortableText(std::string_view text) {
  if (text.find('\0') == std::string_view::npos && studio::IsUtf8(text)) return std::string(text);
  std::string portable;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = studio::NextCodePoint(text, at);
    studio::AppendCodePoint(portable, code == 0 ? studio::kBrokenCharacter : code);
  }
  return portable;
}

}  // namespace county
