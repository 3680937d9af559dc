// What the screen would say or offer, tried without one.
#include <cstdio>
#include <iostream>

#include "annex/annex.h"
#include "terminal/command_line.h"

namespace studio {
namespace {

Result<bool> SayVerdict(const BadgeOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  const auto verdict = (*annex)->check_badge(order);
  if (!verdict) return tl::unexpected(verdict.error());
  std::printf("%s\n", verdict->c_str());
  return true;
}

Result<bool> Offer(const CandidatesOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  const auto printed = (*annex)->print_candidates(order, std::cin, std::cout);
  if (!printed) return tl::unexpected(printed.error());
  return true;
}

}  // namespace

void AddTryingCommands(CommandLine& line) {
  {
    CLI::App& badge = line.AddGroup("badge", "members' badges");
    auto [command, order] =
        line.Add(badge, "check", "what the screen would say to a code", SayVerdict);
    AddData(command, order.data)->required();
    CLI::Option_group* code = command.add_option_group("code", "what is shown");
    code->require_option(1);
    code->add_option("--image", order.image, "a picture with the code in it, PNG or JPEG");
    code->add_option("--text", order.text,
                     "what the code says; -: the first line of standard input");
    command.add_option("--at", order.at,
                       "YYYY-MM-DDTHH:MM as clocks there show it; Z behind it: UTC");
    command.add_flag("--leaving", order.leaving, "they said that they go");
    AddJsonFlag(command);
  }
  auto [command, order] = line.Add("candidates", "what the keyboard offers for keys or ink", Offer);
  command.add_option("--mode", order.mode, "pinyin, names, stroke or ink")->required();
  command.add_option("--keys", order.keys, "the keys pressed; -: lines of standard input");
  command.add_option("--strokes", order.strokes, "file of ink: one stroke a line, x,y x,y ...");
  command.add_option("--spelling", order.spelling, "standard, southern (default) or wide");
  command.add_option("--input-data", order.input_data, "folder of the keyboard's data");
  AddJsonFlag(command);
}

}  // namespace studio
