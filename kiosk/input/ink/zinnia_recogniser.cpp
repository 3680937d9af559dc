#include "input/ink/zinnia_recogniser.h"

#include <mutex>
#include <optional>
#include <utility>

#include "input/ink/ink_model.h"

namespace studio {

struct ZinniaRecogniser::Work {
  Work(std::filesystem::path model_path, std::filesystem::path data_path, MainQueue& main)
      : model_file(std::move(model_path)), data(std::move(data_path)), queue(main) {}

  const std::filesystem::path model_file, data;
  MainQueue& queue;

  struct Question {
    Ink ink;
    Done done;
  };
  std::mutex mutex;
  std::optional<Question> newest;  // guarded by mutex; taken by the worker
  bool ended = false;              // guarded by mutex

  std::optional<InkModel> model;  // worker only

  std::uint64_t asked = 0;  // main thread only
};

ZinniaRecogniser::ZinniaRecogniser(std::filesystem::path model, std::filesystem::path data,
                                   Executor& worker, MainQueue& queue)
    : worker_(worker), work_(std::make_shared<Work>(std::move(model), std::move(data), queue)) {}

ZinniaRecogniser::~ZinniaRecogniser() {
  const std::lock_guard lock(work_->mutex);
  work_->ended = true;
  work_->newest.reset();
}

bool ZinniaRecogniser::Ready() const { return InkModel::Present(work_->model_file, work_->data); }

void ZinniaRecogniser::Recognise(Ink ink, Done done) {
  const std::uint64_t number = ++work_->asked;
  const std::weak_ptr<Work> alive = work_;
  auto answer = [alive, number, done = std::move(done)](std::vector<std::string> found) {
    const auto work = alive.lock();
    if (work && !work->ended && work->asked == number) done(std::move(found));
  };
  {
    const std::lock_guard lock(work_->mutex);
    const bool posted = work_->newest.has_value();
    work_->newest = Work::Question{std::move(ink), std::move(answer)};
    if (posted) return;
  }
  worker_.Post([work = work_] { Run(work); });
}

void ZinniaRecogniser::Run(const std::shared_ptr<Work>& work) {
  std::optional<Work::Question> question;
  {
    const std::lock_guard lock(work->mutex);
    question = std::exchange(work->newest, std::nullopt);
  }
  if (!question) return;
  if (!work->model) {
    auto model = InkModel::Open(work->model_file, work->data);
    if (model) work->model.emplace(std::move(*model));
  }
  std::vector<std::string> found;
  if (work->model) found = work->model->Rank(question->ink);
  const std::lock_guard lock(work->mutex);
  if (work->ended) return;
  work->queue.Post([done = std::move(question->done), found = std::move(found)]() mutable {
    done(std::move(found));
  });
}

}  // namespace studio
