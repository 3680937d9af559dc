#include "input/rime_session.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace studio {
namespace {

constexpr int kBackSpace = 0xff08;    // X11 keysym, as librime takes them
constexpr std::size_t kMaxKeys = 64;  // longer is no phrase, and costs time at every key
constexpr std::string_view kStrokes = "hspnz";
constexpr const char* kStrokeSigns[] = {"一", "丨", "丿", "丶", "乛"};

bool IsKey(PhraseMode mode, char key) {
  if (mode == PhraseMode::kStroke) return kStrokes.find(key) != std::string_view::npos;
  return (key >= 'a' && key <= 'z') || key == '\'';
}

std::string AsStrokes(std::string_view keys) {
  std::string signs;
  for (const char key : keys) signs += kStrokeSigns[kStrokes.find(key)];
  return signs;
}

std::size_t CountKeys(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return IsKey(PhraseMode::kPinyin, c); }));
}

}  // namespace

RimeSession::RimeSession(std::shared_ptr<const RimeLibrary> rime, PhraseMode mode,
                         const std::string& schema, Spelling spelling, CountyWordList county,
                         std::shared_ptr<const FilterWords> filter,
                         std::shared_ptr<const NameCandidates> names)
    : rime_(std::move(rime)),
      mode_(mode),
      county_(std::move(county)),
      filter_(std::move(filter)),
      names_(std::move(names)),
      accents_(spelling),
      sentences_(rime_->api(), schema),
      id_(rime_->api().create_session()) {
  ok_ = id_ != 0 && rime_->api().select_schema(id_, schema.c_str());
}

RimeSession::~RimeSession() {
  list_.reset();
  rime_->api().destroy_session(id_);
}

bool RimeSession::Press(char key) {
  if (!IsKey(mode_, key) || keys_.size() >= kMaxKeys) return false;
  if (key == '\'' && (keys_.empty() || keys_.back() == '\'')) return false;
  keys_ += key;
  list_.reset();
  rime_->api().process_key(id_, key, 0);
  Refresh();
  return true;
}

void RimeSession::DeleteKey() {
  if (keys_.empty()) return;
  keys_.pop_back();
  list_.reset();
  rime_->api().process_key(id_, kBackSpace, 0);
  Refresh();
}

void RimeSession::Clear() {
  Feed({});
  Refresh();
}

void RimeSession::Page(int by) {
  if (by < 0 && page_ > 0) --page_;
  if (by > 0 && Offer().more) ++page_;
}

std::string RimeSession::Choose(std::size_t index) {
  if (!list_ || index >= kCandidatesPerPage) return {};
  const auto chosen = list_->Range(page_ * kCandidatesPerPage + index, 1);
  if (chosen.empty()) return {};
  const Candidate& candidate = chosen.front();
  std::size_t used = candidate.keys;
  if (used == 0) {
    // Having chosen, the engine shows the words chosen and then the keys that are left over.
    list_.reset();
    rime_->api().select_candidate(id_, candidate.engine_index);
    std::size_t chosen_end = 0;
    const std::string shown = Preedit(&chosen_end);
    const std::size_t left = CountKeys(std::string_view(shown).substr(chosen_end));
    used = keys_.size() - std::min(left, keys_.size());
  }
  std::string rest = keys_.substr(used);
  rest.erase(0, std::min(rest.find_first_not_of('\''), rest.size()));
  Feed(rest);
  name_begun_ = true;
  Refresh();
  return candidate.text;
}

PhraseOffer RimeSession::Offer() const {
  PhraseOffer offer;
  if (!list_) return offer;
  offer.typed = mode_ == PhraseMode::kStroke ? AsStrokes(keys_) : Preedit();
  auto page = list_->Range(page_ * kCandidatesPerPage, kCandidatesPerPage + 1);
  offer.more = page.size() > kCandidatesPerPage;
  if (offer.more) page.pop_back();
  offer.earlier = page_ > 0;
  for (Candidate& candidate : page) offer.candidates.push_back(std::move(candidate.text));
  return offer;
}

void RimeSession::Feed(std::string_view keys) {
  list_.reset();
  rime_->api().clear_composition(id_);
  RimeCommit commit{};
  RIME_STRUCT_INIT(RimeCommit, commit);
  if (rime_->api().get_commit(id_, &commit)) rime_->api().free_commit(&commit);
  keys_ = keys;
  for (const char key : keys_) rime_->api().process_key(id_, key, 0);
}

void RimeSession::Refresh() {
  page_ = 0;
  list_.reset();
  if (keys_.empty()) name_begun_ = false;
  if (keys_.empty()) return;
  CandidateList::Pinyin pinyin{county_, accents_, sentences_, names_.get(), name_begun_};
  list_ = std::make_unique<CandidateList>(rime_->api(), id_, keys_, *filter_,
                                          mode_ == PhraseMode::kStroke ? nullptr : &pinyin);
}

std::string RimeSession::Preedit(std::size_t* chosen_end) const {
  RimeContext context{};
  RIME_STRUCT_INIT(RimeContext, context);
  std::string shown;
  if (!rime_->api().get_context(id_, &context)) return shown;
  if (context.composition.preedit) shown = context.composition.preedit;
  if (chosen_end) *chosen_end = static_cast<std::size_t>(context.composition.sel_start);
  rime_->api().free_context(&context);
  return shown;
}

}  // namespace studio
