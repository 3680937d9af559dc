#include "shared/mechanism/sheet_forms.h"

#include <algorithm>

namespace studio {

const KnownSheet::Field* KnownSheet::FieldWith(std::string_view field) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == field; });
  return found == fields.end() ? nullptr : &*found;
}

const std::array<KnownSheet, 8>& KnownSheets() {
  static const std::array<KnownSheet, 8> sheets = {{
      {SheetKind::kRegistration,
       "registration",
       "委员履职登记表",
       {{"name", "姓名"},
        {"gender", "性别"},
        {"born", "出生年月"},
        {"nation", "民族"},
        {"party", "党派"},
        {"sector", "界别"},
        {"group", "活动组"},
        {"post", "政协职务"},
        {"work", "单位及职务"},
        {"phone", "电话"},
        {"type", "委员类别", false},
        {"joined", "任职起", false},
        {"left", "任职止", false}},
       {}},
      {SheetKind::kPoints,
       "points",
       "履职积分表",
       {{"number", "序号"},
        {"member", "委员"},
        {"sector", "界别"},
        {"group", "活动组", false},
        {"section", "类别", false},
        {"rule", "项目"},
        {"day", "日期"},
        {"deed", "内容"},
        {"evidence", "佐证（记录号）"},
        {"arithmetic", "计算"},
        {"points", "应得分"},
        {"cut_by", "封顶"},
        {"counted", "得分"},
        {"checked_by", "审核人"},
        {"note", "备注", false}},
       {}},
      {SheetKind::kLedger,
       "ledger",
       "民意台账",
       {{"number", "序号"},
        {"date", "登记日期"},
        {"source", "来源"},
        {"who", "反映人"},
        {"place", "村组"},
        {"category", "类别"},
        {"words", "问题"},
        {"suggestion", "建议", false},
        {"member", "收集委员"},
        {"urgency", "紧急程度", false},
        {"passed_on", "转交日期", false},
        {"unit", "承办单位"},
        {"responsible", "责任人", false},
        {"due", "期限"},
        {"course", "进展"},
        {"outcome", "结果"},
        {"done", "办结日期", false},
        {"feedback", "反馈日期及方式"},
        {"rating", "满意度"},
        {"turned_into", "转为信息、提案、议题"},
        {"closed", "销号"},
        {"note", "备注", false}},
       {}},
      {SheetKind::kMeetings,
       "meetings",
       "协商会议记录",
       {{"topic", "议题"},
        {"time", "时间"},
        {"place", "地点"},
        {"lead", "主持委员"},
        {"organiser", "召集单位"},
        {"recorder", "记录人"},
        {"members", "参加委员"},
        {"residents", "群众代表"},
        {"units", "参加部门"},
        {"absent", "缺席"},
        {"source", "议题来源"},
        {"research", "前期调研"},
        {"points", "发言要点"},
        {"agreed", "共识"},
        {"differing", "分歧"},
        {"follow_up", "落实事项（单位、期限）"},
        {"sent_to", "报送去向"},
        {"feedback", "办理反馈"},
        {"note", "备注", false}},
       {"consultation", "residents_talk", "sector_consultation", "bimonthly_consultation",
        "standing_committee_consultation", "plenary_consultation", "民情恳谈会"}},
      {SheetKind::kReceptions,
       "receptions",
       "来访接待登记表",
       {{"number", "编号"},
        {"time", "时间"},
        {"visitor", "来访人"},
        {"gender", "性别", false},
        {"address", "住址（村组）"},
        {"phone", "电话"},
        {"head_count", "人数"},
        {"category", "类别"},
        {"words", "反映内容"},
        {"wish", "诉求", false},
        {"member", "接待委员"},
        {"answer", "答复"},
        {"way", "处理方式（转交单位）"},
        {"due", "期限"},
        {"outcome", "结果"},
        {"feedback", "反馈时间"},
        {"rating", "满意度"},
        {"visitor_sign", "来访人签字"},
        {"member_sign", "委员签字"},
        {"note", "备注", false}},
       {"reception"}},
      {SheetKind::kSummary,
       "summary",
       "工作室年度总表",
       {{"quota", "任务"},
        {"of", "谁的任务"},
        {"per", "周期"},
        {"owed", "应完成"},
        {"done", "已完成"},
        {"met", "达标情况"},
        {"note", "备注", false}},
       {}},
      {SheetKind::kNotice,
       "notice",
       "公示",
       {{"month", "月份"},
        {"received", "收到"},
        {"answered", "已答复"},
        {"solved", "已解决"},
        {"open", "还在办"},
        {"note", "备注", false}},
       {}},
      {SheetKind::kLetters,
       "letters",
       "年度函件",
       {{"name", "姓名"},
        {"sector", "界别"},
        {"group", "活动组"},
        {"total", "总分"},
        {"grade", "等次"},
        {"rank", "排名", false}},
       {}},
  }};
  return sheets;
}

const KnownSheet& KnownSheetOf(SheetKind kind) {
  return KnownSheets()[static_cast<std::size_t>(kind)];
}

const KnownSheet* KnownSheetWith(std::string_view id) {
  const auto& sheets = KnownSheets();
  const auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const KnownSheet& one) { return one.id == id; });
  return found == sheets.end() ? nullptr : &*found;
}

SheetForm FormOf(const std::vector<SheetForm>& forms, SheetKind kind) {
  const KnownSheet& known = KnownSheetOf(kind);
  SheetForm out;
  const auto said = std::find_if(forms.begin(), forms.end(),
                                 [&](const SheetForm& one) { return one.id == known.id; });
  if (said != forms.end()) out = *said;
  out.id = known.id;
  if (out.title.empty()) out.title = known.title;
  if (out.kinds.empty()) out.kinds.assign(known.kinds.begin(), known.kinds.end());
  std::erase_if(out.columns, [&](SheetColumn& column) {
    const KnownSheet::Field* field = known.FieldWith(column.field);
    if (field != nullptr && column.caption.empty()) column.caption = field->caption;
    return field == nullptr;
  });
  if (!out.columns.empty()) return out;
  for (const KnownSheet::Field& field : known.fields) {
    if (field.shown) out.columns.push_back({std::string(field.id), std::string(field.caption)});
  }
  return out;
}

}  // namespace studio
