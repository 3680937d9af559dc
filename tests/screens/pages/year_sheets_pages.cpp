#include "year_sheets_pages.h"

#include "ui/screens/year/year_export_screen.h"

namespace studio {
namespace {

void OpenYearExport(ScreenRig& rig) {
  rig.sheets.report.year = 2025;
  rig.opens = [](const ScreenParts& parts) {
    return std::make_unique<YearExportScreen>(parts, KeySession{"m01", nullptr}, 2025);
  };
}
void NoSheetsStick(ScreenRig& rig) {
  rig.year_files.places.clear();
  OpenYearExport(rig);
}
void NoSheetsWay(ScreenRig& rig) {
  rig.ways.year = nullptr;
  OpenYearExport(rig);
}
void UntoldYear(ScreenRig& rig) {
  rig.sheets.fails = ErrorKind::kNotFound;
  OpenYearExport(rig);
}
void UnreadYear(ScreenRig& rig) {
  rig.sheets.fails = ErrorKind::kStorage;
  OpenYearExport(rig);
}
void StillReading(ScreenRig& rig) {
  rig.sheets.holds = true;
  OpenYearExport(rig);
}
void StillWriting(ScreenRig& rig) {
  rig.year_files.holds = true;
  OpenYearExport(rig);
}
void TwoSheetsPlaces(ScreenRig& rig) {
  rig.year_files.places.push_back({"工作文件夹", "/srv/exchange", false});
  OpenYearExport(rig);
}
void SheetsStickGone(ScreenRig& rig) {
  rig.year_files.fault = YearFault::kGone;
  OpenYearExport(rig);
}
void SheetsStickFull(ScreenRig& rig) {
  rig.year_files.fault = YearFault::kFull;
  OpenYearExport(rig);
}

}  // namespace

std::vector<Page> YearSheetsPages() {
  return {
      {"year-export", "", "上一步", "存 8 张表", OpenYearExport},
      {"year-export-places", "tap 还能改\ntap 工作文件夹\n", "上一步", "存 8 张表",
       TwoSheetsPlaces},
      {"year-export-no-stick", "", "上一步", "再找一次", NoSheetsStick},
      {"year-export-no-way", "", "上一步", "", NoSheetsWay},
      {"year-export-untold", "", "上一步", "", UntoldYear},
      {"year-export-unread", "", "上一步", "", UnreadYear},
      {"year-export-reading", "", "上一步", "", StillReading},
      {"year-export-writing", "tap 存 8 张表\n", "", "停下", StillWriting},
      {"year-export-stopping", "tap 存 8 张表\ntap 停下\n", "", "", StillWriting},
      {"year-export-done", "tap 存 8 张表\n", "完成", "", OpenYearExport},
      {"year-export-gone", "tap 存 8 张表\n", "完成", "", SheetsStickGone},
      {"year-export-full", "tap 存 8 张表\n", "完成", "", SheetsStickFull},
  };
}

}  // namespace studio
