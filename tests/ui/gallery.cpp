#include "gallery.h"

#include <algorithm>

namespace studio {
namespace {

struct GalleryCategory {
  const char *title, *hint, *icon;
};
constexpr GalleryCategory kCategories[] = {
    {"道路桥梁", "路灯 护栏", "alt_route"},
    {"饮水水利", "自来水 水渠", "water_drop"},
    {"用电网络", "停电 信号", "bolt"},
    {"种地养殖", "农资 销路", "agriculture"},
    {"环境卫生", "垃圾 污水", "cleaning_services"},
    {"看病医保", "卫生室 报销", "local_hospital"},
    {"孩子上学", "校车 学费", "school"},
    {"养老救助", "补贴 低保", "elderly"},
    {"房屋土地", "宅基地 危房", "home_work"},
    {"打工挣钱", "工资 培训", "work"},
    {"邻里纠纷", "调解", "balance"},
    {"别的事", "直接说", "more_horiz"},
};

TileLook Look(const char* icon, const char* hint = "", Tone tone = Tone::kRed) {
  TileLook look;
  look.icon = icon;
  look.hint = hint;
  look.tone = tone;
  return look;
}

ButtonLook Icon(const char* icon) {
  ButtonLook look;
  look.icon = icon;
  return look;
}

}  // namespace

void Gallery::DrawTop(Frame& frame, Rect strip) {
  const Theme& t = frame.theme;
  const TextStyle clock = TextStyle::Of(t.size.clock, Weight::kBold, t.colour.ink, Align::kRight);
  DrawText(frame, strip.TakeRight(t.Px(260)), "09:32", clock);
  DrawSeal(frame, strip.TakeLeft(t.Px(76), t.Px(28)).Centred(t.Px(76), t.Px(76)), "委员之家");
  DrawTitleLines(frame, strip);
}

void Gallery::DrawTitleLines(Frame& frame, Rect strip) {
  const Theme& t = frame.theme;
  strip = strip.Centred(strip.w, t.Px(108));
  DrawText(frame, strip.TakeTop(t.Px(60)), "示例乡委员工作室",
           TextStyle::Of(t.size.section_title, Weight::kBold));
  DrawText(frame, strip, "11月21日 星期六",
           TextStyle::Of(t.size.small, Weight::kRegular, t.colour.soft_ink));
}

void Gallery::DrawDuty(Frame& frame, Rect card) {
  const Theme& t = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(t.size.pad, t.Px(36));
  Rect head = card.TakeTop(t.Px(64), t.Px(20));
  DrawText(frame, head, "今日值班", TextStyle::Of(t.size.section_title, Weight::kBold));
  if (!frame.wide)
    DrawText(frame, head, "08:30 – 11:30 · 14:00 – 17:00",
             TextStyle::Of(t.size.small, Weight::kRegular, t.colour.soft_ink, Align::kRight));
  const auto wells = frame.wide ? card.SplitRows(2, t.Px(22)) : card.SplitColumns(2, t.size.gap);
  const char* names[] = {"示例甲", "示例乙"};
  for (int i = 0; i < 2; ++i) {
    Rect well = wells[static_cast<std::size_t>(i)];
    FillRounded(frame, well, t.size.small_radius, t.colour.well);
    well = well.Inset(t.Px(26), t.Px(20));
    const Rect face = well.TakeLeft(t.Px(126), t.Px(28));
    DrawMonogram(frame, face.Centred(t.Px(126), t.Px(126)), names[i], i);
    const float sector = frame.wide ? 0 : t.Px(48);
    well = well.Centred(well.w, t.Px(62) + sector + t.Px(70));
    DrawText(frame, well.TakeTop(t.Px(62)), names[i],
             TextStyle::Of(t.size.section_title * 1.05f, Weight::kBold));
    if (!frame.wide)
      DrawText(frame, well.TakeTop(t.Px(48)), i == 0 ? "经济界" : "农业界",
               TextStyle::Of(t.size.small, Weight::kRegular, t.colour.soft_ink));
    well.TakeTop(t.Px(8));
    if (i == 0)
      StatusPill(frame, well.x, well.y, "在岗", "check_circle", Tone::kJade);
    else
      StatusPill(frame, well.x, well.y, "14:00 到", "schedule", Tone::kAmber);
  }
}

void Gallery::DrawHome(Frame& frame) {
  const Theme& t = frame.theme;
  Rect area = frame.area.Inset(t.size.margin, t.Px(20));
  Rect strip = area.TakeTop(t.Px(128));
  if (frame.wide) {
    Rect pill = strip;
    pill.TakeRight(t.Px(290));
    const float width = PillWidth(frame, "已连接县政协", true);
    StatusPill(frame, pill.Right() - width, pill.CentreY() - t.Px(31), "已连接县政协", "cloud_done",
               Tone::kJade);
  }
  DrawTop(frame, strip);
  const TileLook request = Look("record_voice_over", "反映问题、提建议，不会打字也行");
  const char* small[] = {"值班表", "委员风采", "微心愿", "公告"};
  const char* icons[] = {"calendar_month", "groups", "favorite", "campaign"};
  const auto small_tiles = [&](const std::vector<Rect>& cells) {
    for (std::size_t i = 0; i < 4; ++i)
      if (SmallTile(frame, cells[i], small[i], Look(icons[i]))) ++tapped;
  };
  if (frame.wide) {
    Rect left = area.TakeLeft(t.Px(560), t.Px(32));
    DrawDuty(frame, left.TakeTop(t.Px(540), t.size.gap));
    if (BigTile(frame, area.TakeTop(t.Px(300), t.size.gap), "我要反映", request)) ++tapped;
    auto row = area.TakeTop(t.Px(250), t.size.gap).SplitColumns(2, t.size.gap);
    LargeTile(frame, row[0], "参与协商", Look("forum", "正在协商 2 个议题"));
    LargeTile(frame, row[1], "查进度", Look("manage_search", "登记号或扫登记单"));
    row = area.TakeTop(t.Px(220)).SplitColumns(2, t.size.gap);
    LargeTile(frame, row[0], "委员签到", Look("qr_code_2", "出示委员二维码", Tone::kJade));
    small_tiles(row[1].SplitGrid(2, 2, t.Px(20)));
    return;
  }
  DrawDuty(frame, area.TakeTop(t.Px(396), t.size.gap));
  if (BigTile(frame, area.TakeTop(t.Px(300), t.size.gap), "我要反映", request)) ++tapped;
  const auto pair = area.TakeTop(t.Px(276), t.size.gap).SplitColumns(2, t.size.gap);
  LargeTile(frame, pair[0], "参与协商", Look("forum", "正在协商 2 个议题"));
  LargeTile(frame, pair[1], "查进度", Look("manage_search", "登记号或扫登记单"));
  RowTile(frame, area.TakeTop(t.Px(188), t.size.gap), "委员签到",
          Look("qr_code_scanner", "出示委员二维码", Tone::kJade));
  small_tiles(area.TakeTop(t.Px(184), t.size.gap).SplitColumns(4, t.Px(20)));
  Rect foot = area.TakeBottom(t.size.chip_height);
  StatusPill(frame, foot.x, foot.y, "已连接县政协", "cloud_done", Tone::kJade, foot.h);
  ChipLook contrast, letters;
  contrast.icon = "contrast";
  letters.icon = "text_increase";
  Chip(frame, foot.TakeRight(PillWidth(frame, "高对比", true), t.Px(20)), "高对比", contrast);
  Chip(frame, foot.TakeRight(PillWidth(frame, "大字", true)), "大字", letters);
}

void Gallery::DrawCategories(Frame& frame) {
  const Theme& t = frame.theme;
  Rect area = frame.area;
  HeaderLook head;
  head.step = "第 1 步，共 5 步";
  head.progress = 0.2f;
  Header(frame, area, "我要反映", head);
  Question(frame, area, "您要说的是哪方面的事？", "点一下最接近的，后面还能改");
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, t.size.gap);
  SecondaryButton(frame, buttons[0], "回首页", Icon("home"));
  DangerButton(frame, buttons[1], "眼下有危险", Icon("emergency"));
  area = area.Inset(t.size.margin, 0);
  area.h = std::min(area.h, t.Px(frame.wide ? 9999 : 1256));
  const auto cells = area.SplitGrid(frame.wide ? 6 : 3, frame.wide ? 2 : 4, t.size.gap);
  for (std::size_t i = 0; i < std::size(kCategories); ++i)
    if (Tile(frame, cells[i], kCategories[i].title, Look(kCategories[i].icon, kCategories[i].hint)))
      ++tapped;
}

void Gallery::DrawRows(Frame& frame) {
  const Theme& t = frame.theme;
  Rect area = frame.area;
  Header(frame, area, "登记单", {});
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, t.size.gap);
  ButtonLook off;
  off.enabled = false;
  off.why_not = "先选一个村";
  SecondaryButton(frame, buttons[0], "再反映一件");
  PrimaryButton(frame, buttons[1], "下一步", off);
  area = area.Inset(t.size.margin, t.size.gap);
  Rect left = area;
  if (frame.wide) {
    const auto halves = area.SplitColumns(2, t.size.gap);
    left = halves[0];
    area = halves[1];
  }
  Rect card = left.TakeTop(t.Px(380), t.size.gap);
  DrawCard(frame, card);
  card = card.Inset(t.size.pad, t.Px(36));
  const Rect code = card.TakeRight(t.Px(300), t.Px(20)).Centred(t.Px(300), t.Px(300));
  OutlineRounded(frame, code, t.size.small_radius, t.Px(3), t.colour.outline);
  DrawQr(frame, code.Inset(t.Px(6)), "0374821565906 1473");
  const TextStyle soft = TextStyle::Of(t.size.small, Weight::kRegular, t.colour.soft_ink);
  DrawText(frame, card.TakeTop(t.Px(50)), "登记号", soft);
  DrawText(frame, card.TakeTop(t.Px(100)), "037 48215 6",
           TextStyle::Of(t.size.digits * 0.9f, Weight::kBold));
  DrawText(frame, card.TakeTop(t.Px(50)), "查询码（别告诉旁人）", soft);
  DrawText(frame, card.TakeTop(t.Px(100)), "5906 1473",
           TextStyle::Of(t.size.digits * 0.9f, Weight::kBold));
  left.TakeTop(NoticePanel(frame, left, Tone::kJade, "check_circle_outline", "今日值班，签到成功",
                           "上午班 08:30 – 11:30，早到 4 分钟"));
  left.TakeTop(t.size.gap);
  const char* why = "村里和委员都看不到您的名字，只有县政协的经办人能看到。";
  const float height = ChoiceRowHeight(frame, left.w, why);
  if (ChoiceRow(frame, left.TakeTop(height, t.size.gap), "姓名只给演示市政协看", why, chosen))
    chosen = !chosen;
  if (!frame.wide) area = left;
  if (ToggleRow(frame, area.TakeTop(t.size.row_height, t.size.gap), "念给我听", "", on)) on = !on;
  Stepper(frame, area.TakeTop(t.size.row_height, t.size.gap), "一共几个人", "人", people, 1, 99);
  PagedList list(frame, area, "villages", scroll, 9, t.size.row_height);
  for (int i = list.First(); i < list.End(); ++i)
    if (ListRow(frame, list.Row(i), "示例村##" + std::to_string(i),
                "第 " + std::to_string(i + 1) + " 组"))
      ++tapped;
}

void Gallery::DrawWords(Frame& frame) {
  const Theme& t = frame.theme;
  Rect area = frame.area;
  HeaderLook head;
  head.step = "第 3 步，共 5 步";
  head.progress = 0.6f;
  Header(frame, area, "我要反映 · 道路桥梁", head);
  Question(frame, area, "请把事情说一说");
  area = area.Inset(t.size.margin, 0);
  Rect pills = area.TakeTop(t.size.chip_height, t.size.gap);
  for (const char* sentence : {"路灯坏了", "路面坑洼", "桥栏杆断了", "更多…"})
    Chip(frame, pills.TakeLeft(PillWidth(frame, sentence, false), t.Px(20)), sentence);
  FieldLook look;
  look.focused = true;
  Field(frame, area.TakeTop(t.Px(370), t.size.gap), "field",
        "村口的路灯坏了两个星期，晚上老人孩子出门看不清路。𬱖㛃𫖯 "
        "\xf3\xb0\x80\x80",
        look);
  Field(frame, area.TakeTop(t.Px(130), t.size.gap), "name", "", {"您的名字，可以不写"});
  if (!frame.wide) {
    NumberPad(frame, area.TakeTop(t.Px(620)), digits, 12);
  }
}

}  // namespace studio
