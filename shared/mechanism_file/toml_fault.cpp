#include "shared/mechanism_file/toml_fault.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/sheets/text_decoding.h"

namespace studio {
namespace {

// Marks that an input method gives for those of ASCII.
struct WideMark {
  char32_t wide;
  std::string_view meant;
};
constexpr WideMark kWideMarks[] = {
    {U'，', ","},  {U'、', ","}, {U'“', "\""}, {U'”', "\""}, {U'‘', "'"},  {U'’', "'"},
    {U'＂', "\""}, {U'＇', "'"}, {U'【', "["}, {U'】', "]"}, {U'［', "["}, {U'］', "]"},
    {U'〔', "["},  {U'〕', "]"}, {U'｛', "{"}, {U'｝', "}"}, {U'＝', "="}, {U'。', "."},
    {U'．', "."},  {U'－', "-"}, {U'＿', "_"}, {U'＃', "#"},
};
// Marks that TOML has no use for at all.
constexpr char32_t kWideOthers[] = {U'；', U'：', U'（', U'）', U'《', U'》', U'！', U'％'};

struct LetterPlace {
  int column = 0;
  char32_t letter = 0;
};

struct TextLine {
  int number = 1;
  std::string_view text;
};

// That line, or the last one before it on which something stands: where a file ends too soon, the
// fault is there.
TextLine LineAt(std::string_view text, int line) {
  TextLine found;
  for (int i = 1; i <= line; ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view one = text.substr(0, end);
    if (one.find_first_not_of(" \t\r") != one.npos) found = {i, one};
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  return found;
}

bool IsWide(char32_t letter) {
  const bool digit_or_letter = letter >= U'！' && letter <= U'～';
  return digit_or_letter || letter == U'　' ||
         std::any_of(std::begin(kWideMarks), std::end(kWideMarks),
                     [&](const WideMark& mark) { return mark.wide == letter; }) ||
         std::find(std::begin(kWideOthers), std::end(kWideOthers), letter) != std::end(kWideOthers);
}

// The first full-width mark of a line that stands neither within quotes nor behind #.
LetterPlace WideMarkIn(std::string_view line) {
  char32_t quote = 0;
  int column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t letter = NextCodePoint(line, at);
    ++column;
    if (quote != 0) {
      if (letter == U'\\' && quote == U'"' && at < line.size()) {
        NextCodePoint(line, at);
        ++column;
      } else if (letter == quote) {
        quote = 0;
      }
    } else if (letter == U'#') {
      break;
    } else if (letter == U'"' || letter == U'\'') {
      quote = letter;
    } else if (IsWide(letter)) {
      return {column, letter};
    }
  }
  return {};
}

std::string WideMarkWords(char32_t letter) {
  std::string shown;
  AppendCodePoint(shown, letter);
  if (letter == U'　') return "是全角的空格，要用半角的空格。";
  for (const WideMark& mark : kWideMarks) {
    if (mark.wide == letter) {
      return "“" + shown + "”是全角的，要用半角的“" + std::string(mark.meant) + "”。";
    }
  }
  const bool alone =
      std::find(std::begin(kWideOthers), std::end(kWideOthers), letter) != std::end(kWideOthers);
  if (alone) return "“" + shown + "”是全角的标点，文字要写在半角的引号里，别处不能有它。";
  std::string meant;
  AppendCodePoint(meant, letter - U'！' + U'!');
  return "“" + shown + "”是全角的，要用半角的“" + meant + "”。";
}

// The letter before which toml++ stopped; 0: the line's end.
char32_t LetterAt(std::string_view line, int column) {
  std::size_t at = 0;
  char32_t letter = 0;
  for (int i = 0; i < column; ++i) {
    if (at >= line.size()) return 0;
    letter = NextCodePoint(line, at);
  }
  return letter == U'\r' ? 0 : letter;
}

// "cannot redefine existing table 'total'": total.
std::string NameSaid(std::string_view description) {
  const std::size_t from = description.find('\'');
  const std::size_t to = description.find('\'', from + 1);
  if (from == description.npos || to == description.npos) return {};
  return std::string(description.substr(from + 1, to - from - 1));
}

std::string TwiceWords(std::string_view description, std::string_view line) {
  const auto has = [&](std::string_view words) {
    return description.find(words) != description.npos;
  };
  std::string name = NameSaid(description);
  if (has("as table") || has("as array-of-tables")) {
    return "“" + name + "”前面和这里一处写成 [" + name + "]，一处写成 [[" + name +
           "]]；几条的都写成 [[" + name + "]]。";
  }
  if (name.empty()) name = std::string(line.substr(0, line.find_first_of(" .=")));
  const bool lost_head = name == "id" || name == "title" || name == "name";
  return "“" + name + "”前面已经写过，同一处一个名字只能写一次" +
         (lost_head ? "；要是另起一条，前面少了一行 [[…]]。" : "。");
}

struct SyntaxWord {
  std::string_view says, words;
};

// By what toml++ says, the more particular first.
constexpr SyntaxWord kSyntaxWords[] = {
    {"blank bare keys", "方括号里少了名字，如 [total]。"},
    {"table header: expected ']'", "名字后面少了“]”，要写成 [total]、[[points]] 这样。"},
    {"unknown escape", "引号里的“\\”要写成“\\\\”。"},
    {"in comments", "# 后面有看不见的字符，请删掉。"},
    {"dangling comma", "花括号里最后一项后面不要逗号。"},
    {"inline table: expected comma", "花括号里两项之间少了逗号，或者花括号没有关上。"},
    {"inline table: expected key", "花括号 { 没有关上；{ 到 } 要写在同一行里。"},
    {"inline table: encountered", "花括号 { 没有关上；{ 到 } 要写在同一行里。"},
    {"array: encountered", "方括号 [ 没有关上，这一项没有写完。"},
    {"array: expected comma", "方括号没有关上，或者两项之间少了逗号。"},
    {"expected '='", "名字后面少了等号，要写成“名字 = 值”。"},
    {"pair: encountered", "名字后面少了等号，要写成“名字 = 值”。"},
    {"expected value", "等号后面没有写值。"},
    {"parsing time", "时间要写在引号里，如 \"08:30\"。"},
    {"parsing date", "日子要写成 2026-04-03 这样，月和日都是两位数，并且真有这一天。"},
    {"year", "日子要写成 2026-04-03 这样，月和日都是两位数，并且真有这一天。"},
    {"parsing boolean", "是就写 true，不是就写 false，都要小写，不加引号。"},
    {"leading zeroes", "数的前面不要写 0，如 7 不写成 07。"},
    {"not representable", "这个数太大。"},
    {"saw '/'", "分数要写在引号里，如 \"1/3\"。"},
    {"saw '%'", "百分数要写成小数或者分数，如 0.2、\"1/5\"。"},
    {"saw '年'", "日子要写成 2026-04-03 这样。"},
    {"floating-point", "小数点的前后都要有数字，如 0.5。"},
    {"integer", "数写得不对：小数点用 .，数的后面不要别的字；文字要加引号。"},
    {"value type", "等号后面看不懂：文字要加引号，如 \"提案\"；数直接写，如 5、7.5。"},
};

std::string StringWords(std::string_view line, int column) {
  if (LetterAt(line, column) != 0) return "引号里有看不见的字符，请删掉重写这几个字。";
  const bool wide = line.find("”") != line.npos || line.find("“") != line.npos;
  return wide ? "引号没有关上：开头是半角的引号，末尾也要用半角的，“”不算。"
              : "引号没有关上：文字的前后各要一个引号。";
}

std::string RestWords(std::string_view line, int column) {
  const char32_t letter = LetterAt(line, column);
  if (letter == U',') return "“,”多出来了：小数点用 .，一行只写一项，行末不要逗号。";
  std::string shown;
  if (letter != 0) AppendCodePoint(shown, letter);
  return "这一项已经写完，“" + shown + "”是多出来的：一行只写一项，说明写在 # 后面。";
}

std::string SyntaxWords(std::string_view line, int column, std::string_view description) {
  const auto says = [&](std::string_view words) {
    return description.find(words) != description.npos;
  };
  if (says("cannot redefine")) return TwiceWords(description, line);
  if (says("comment or whitespace")) return RestWords(line, column);
  if (says("string") && (says("control") || says("encountered"))) return StringWords(line, column);
  if (std::count(line.begin(), line.end(), '/') == 2 && says("saw '/'")) {
    return "日子要写成 2026-04-03 这样，中间是短横。";
  }
  const char32_t letter = LetterAt(line, column);
  if (letter > 0x7F && (says("root table") || says("expected key"))) {
    return "中文的名字要加引号，如 \"常委\" = 80；说明要写在 # 后面。";
  }
  if (says("root table")) {
    return letter == U'=' ? "等号前面少了名字。"
                          : "这一行看不懂：要写成“名字 = 值”、[total] 或 [[points]]。";
  }
  for (const SyntaxWord& said : kSyntaxWords) {
    if (says(said.says)) return std::string(said.words);
  }
  return "这里看不懂，请对照说明改（读文件的程序说：" + std::string(description) + "）。";
}

}  // namespace

std::optional<Mistake> EncodingFault(std::string_view text) {
  constexpr std::string_view kAgain = "请用“另存为”，编码选 UTF-8。";
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    return Mistake{1, "文件存成了 UTF-16。" + std::string(kAgain), false, mistake::kEncoding};
  }
  int line = 1, column = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t letter = NextCodePoint(text, at);
    if (letter == kBrokenCharacter && at == before + 1) {
      const bool office = DecodeText(text).has_value();
      return Mistake{
          line,
          "第 " + std::to_string(column) + " 个字不是 UTF-8，" +
              (office ? "文件像是存成了 GBK（也叫 ANSI）。" : "文件坏了，或者不是文字。") +
              std::string(kAgain),
          false,
          mistake::kEncoding,
          "",
          column};
    }
    column = letter == U'\n' ? 1 : column + 1;
    if (letter == U'\n') ++line;
  }
  return std::nullopt;
}

Mistake SyntaxFault(std::string_view text, int line, int column, std::string_view description) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto [number, there] = LineAt(text, line);
  if (number != line) column = static_cast<int>(CountCharacters(there)) + 1;
  Mistake fault{number, "", false, mistake::kSyntax, "", column};
  const LetterPlace wide = WideMarkIn(there);
  if (wide.column > 0) fault.column = wide.column;
  fault.text = "第 " + std::to_string(fault.column) + " 个字" +
               (wide.column > 0 ? WideMarkWords(wide.letter)
                                : "：" + SyntaxWords(there, column, description));
  return fault;
}

}  // namespace studio
