#include "server/net/newcomers.h"

#include <algorithm>

namespace bredvid::net {

Newcomers::Place::Place(Newcomers& all, Newcomer& who, Stage stage) : all_(&all), stage_(stage) {
  auto& list = all.by_stage_[static_cast<std::size_t>(stage)];
  at_ = list.insert(list.end(), &who);
}

Newcomers::Place& Newcomers::Place::operator=(Place&& other) noexcept {
  if (this == &other) return *this;
  leave();
  all_ = std::exchange(other.all_, nullptr);
  stage_ = other.stage_;
  at_ = other.at_;
  return *this;
}

void Newcomers::Place::move_to(Stage stage) {
  if (all_ == nullptr) return;
  auto& from = all_->by_stage_[static_cast<std::size_t>(stage_)];
  auto& to = all_->by_stage_[static_cast<std::size_t>(stage)];
  to.splice(to.end(), from, at_);
  stage_ = stage;
}

void Newcomers::Place::leave() {
  if (Newcomers* all = std::exchange(all_, nullptr)) all->by_stage_[static_cast<std::size_t>(stage_)].erase(at_);
}

bool Newcomers::let_one_go(Stage first) {
  for (auto stage = static_cast<std::size_t>(first); stage < kStages; ++stage) {
    std::size_t looked_at = 0;
    for (Newcomer* one : by_stage_[stage]) {
      if (++looked_at > kLookedAtForRoom) break;
      if (!one->is_stalled()) continue;
      one->make_way();
      return true;
    }
  }
  return false;
}

}  // namespace bredvid::net
