// What a data folder is made with, and what goes out of it and comes into it.
#include <cstdio>
#include <iostream>

#include "annex/annex.h"
#include "shared/base/shown_text.h"
#include "store/base/data_folder.h"
#include "store/files/outbox_export.h"
#include "store/files/outbox_json.h"
#include "terminal/command_line.h"
#include "ui/words/staff/doctor_strings.h"

namespace studio {
namespace {

struct DataOptions {
  std::filesystem::path data;
};

struct CarryOptions {
  std::filesystem::path data;
  std::filesystem::path file;
};

Result<bool> PrintLine(const Result<std::string>& line) {
  if (!line) return tl::unexpected(line.error());
  std::printf("%s\n", ShownText(*line).c_str());
  return true;
}

Result<bool> JoinCounty(const EnrolmentOrder& told) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  const auto folder = DataFolder::Open(told.folder);
  if (!folder) return tl::unexpected(folder.error());
  EnrolmentOrder order = told;
  order.folder = folder->path();
  if (order.code == "-") std::getline(std::cin, order.code);
  const auto identity = (*annex)->enrol(order);
  if (!identity) return tl::unexpected(identity.error());
  std::printf("enrolled as terminal %u at %s of %s\n", identity->county.terminal,
              ShownText(identity->county.studio_name).c_str(),
              ShownText(identity->county.county_name).c_str());
  // What would keep every later word from getting through is said here, and not an hour later.
  TerminalOptions options;
  options.data = order.folder;
  options.proxy = order.proxy;
  ExaminationFacts facts;
  facts.server = identity->server_url;
  facts.county_name = identity->county.county_name;
  (*annex)->examine({options, &*identity}, facts);
  for (const Symptom& symptom : say::Diagnose(facts)) {
    if (symptom.code == "line" && symptom.wellness == Wellness::kBad) {
      std::fprintf(stderr, "%s\n%s\n", ShownText(symptom.found).c_str(),
                   ShownText(symptom.to_do).c_str());
    }
  }
  return true;
}

Result<bool> ListOutbox(const DataOptions& options) {
  const auto list = OutboxJson(options.data);
  if (!list) return tl::unexpected(list.error());
  std::printf("%s\n", ShownJson(*list).c_str());
  return true;
}

Result<bool> CarryUp(const CarryOptions& options) {
  const auto identity = LoadIdentity(options.data);
  if (!identity) return tl::unexpected(identity.error());
  const auto made = ExportOutbox(options.data, *identity, options.file);
  if (!made) return tl::unexpected(made.error());
  std::string sentence = std::to_string(made->records) + " records and " +
                         std::to_string(made->attachments) + " attachments in " +
                         options.file.string();
  if (made->left_records + made->left_attachments > 0) {
    sentence += "; not in it: " + std::to_string(made->left_records) + " records and " +
                std::to_string(made->left_attachments) + " attachments";
  }
  return PrintLine(sentence);
}

Result<bool> CarryDown(const CarryOptions& options) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  return PrintLine((*annex)->import_feed(options.data, options.file));
}

Result<bool> PrintAssessment(const AssessOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  const auto text = (*annex)->assess(order);
  if (!text) return tl::unexpected(text.error());
  std::printf("%s\n", text->c_str());
  return true;
}

Result<bool> WriteSheets(const SheetsOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  return (*annex)->print_sheets(order, std::cout);
}

}  // namespace

void AddDataCommands(CommandLine& line) {
  {
    auto [command, order] = line.Add("enrol", "join a county with an enrolment code", JoinCounty);
    AddData(command, order.folder)->required();
    command.add_option("--server", order.server_url, "https://host:port")->required();
    command.add_option("--ca", order.ca_file, "the county's CA certificate (PEM)")->required();
    command
        .add_option("--code", order.code,
                    "the code, ten characters; -: the first line of standard input")
        ->required();
    command.add_option("--proxy", order.proxy, "http://host:port");
  }
  {
    auto [command, options] =
        line.Add("outbox", "list what was made here and how far it has come", ListOutbox);
    AddData(command, options.data)->required();
    AddJsonFlag(command);
  }
  {
    auto [command, options] =
        line.Add("export-outbox", "what waits for the county, as a file to carry there", CarryUp);
    AddData(command, options.data)->required();
    command.add_option("--out", options.file, "the file to write")->required();
  }
  {
    auto [command, order] =
        line.Add("assess", "a year of this studio's members, by the mechanism", PrintAssessment);
    AddData(command, order.data)->required();
    command.add_option("--year", order.year, "the year")->required()->check(CLI::Range(2000, 2100));
    command.add_option("--member", order.member, "the id of one of them");
    command.add_option("--on", order.on, "as of that day, YYYY-MM-DD; else today");
    command.add_option("--card-file", order.card_file, "a file with the text of a printed card")
        ->required();
    command.add_option("--pin-file", order.pin_file, "a file with its PIN")->required();
    AddJsonFlag(command);
  }
  {
    auto [command, order] =
        line.Add("sheets", "a year of this studio on paper, ready to sign", WriteSheets);
    AddData(command, order.data)->required();
    command.add_option("--year", order.year, "the year")->required()->check(CLI::Range(2000, 2100));
    command.add_option("--out", order.out, "the folder for the files")->required();
    command.add_option("--format", order.format, "pdf or xlsx");
    command
        .add_option("--sheet", order.sheets,
                    "registration, points, ledger, meetings, receptions, summary or notice; one "
                    "more each; else all")
        ->allow_extra_args(false);
    command.add_option("--on", order.on, "as of that day, YYYY-MM-DD; else today");
    command.add_option("--card-file", order.card_file, "a file with the text of a printed card")
        ->required();
    command.add_option("--pin-file", order.pin_file, "a file with its PIN")->required();
  }
  auto [command, options] =
      line.Add("import-feed", "the county's answer, carried here as a file", CarryDown);
  AddData(command, options.data)->required();
  command.add_option("FILE", options.file, "as county-stub import-outbox --reply wrote it")
      ->required();
}

}  // namespace studio
