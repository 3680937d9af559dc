// What is said while the disk runs short.
#pragma once

#include <string_view>

namespace studio::say {

inline constexpr std::string_view kNoRoomForPhotos = "机器快存满了，先不收照片。写字照样可以。";
inline constexpr std::string_view kNoRoomForVoice = "机器快存满了，先不录音。写字照样可以。";
inline constexpr std::string_view kNoRoomHint = "机器快存满了，点这里看去哪里说";
inline constexpr std::string_view kNoRoomShortHint = "机器快满，点开看去哪说";
inline constexpr std::string_view kNoRoomTitle = "机器快存满了，先不收新的";
inline constexpr std::string_view kNoRoomKept = "以前登记的都在，查进度、签到照样能用";
inline constexpr std::string_view kNoRoomPaper = "请当面告诉值班委员，\n写在纸上也行";
inline constexpr std::string_view kNoRoomOnDuty = "今天值班：{names}";
inline constexpr std::string_view kNoRoomCall = "打电话说";

}  // namespace studio::say
