// The sentences of 朗读录音 (zh-CN).
#pragma once

#include "ui/words/strings.h"

namespace studio::say {

inline constexpr View kRecordings = "朗读录音";
inline constexpr View kRecordingsReading = "正在看录了哪些…";
inline constexpr View kRecordingsHint =
    "录过的句子，群众点“听一听”时放录音；没录的，机器自己念。一句一句来，先录常用的。";
inline constexpr View kRecordingsNoWay = "这台机器现在放不了录音";
inline constexpr View kSentencesMissing = "没录 {n}";
inline constexpr View kSentencesRecorded = "录了 {n}";
inline constexpr View kSentencesUnlisted = "用不着了 {n}";
inline constexpr View kSentencesNoneMissing = "都录了";
inline constexpr View kSentencesNoneRecorded = "还没有录过";
inline constexpr View kRecordingsStick = "用U盘拷";
inline constexpr View kSentenceRecorded = "录过了";
inline constexpr View kSentenceWho = "群众点“听一听”，念到这句就放它";
inline constexpr View kSentenceKeep = "用这段，录下一句";
inline constexpr View kSentenceSkip = "不录，下一句";
inline constexpr View kSentenceListen = "听录过的";
inline constexpr View kSentenceDrop = "删掉录音";
inline constexpr View kSentenceFailed = "没存上。请再点一次。";
inline constexpr View kRecordingsStickAsk = "录音存到U盘，还是从U盘拷来？";
inline constexpr View kRecordingsStickHint =
    "别的工作室录好的，可以拷来用；自己录过的句子不会换掉。";
inline constexpr View kRecordingsToStick = "存到 {name}";
inline constexpr View kRecordingsFromStick = "拷来 {name}";
inline constexpr View kRecordingsCopying = "正在拷，别拔U盘…";
inline constexpr View kRecordingsOut = "{n} 句存好了，可以拔U盘";
inline constexpr View kRecordingsIn = "拷来 {n} 句";
inline constexpr View kRecordingsNothingNew = "没有新的，那边都有了";
inline constexpr View kRecordingsNotCopied = "没拷成。插好U盘，再来一次；还不行，换一个U盘。";

}  // namespace studio::say
