// The functions behind Session::call; for this folder only. Each reads its arguments to the end before it does
// anything.
#pragma once

#include "crypto/bindings/session.h"

namespace bredvid::bindings {

using circle::Code;
using circle::failed;
using circle::Outcome;

struct Calls {
  Session& session;
  tls::Reader& in;
  tls::Writer& out;

  // Both return an error for a number that is not theirs: not_allowed.
  [[nodiscard]] Outcome<void> tool(Call number);         // random, slips, login keys, vault, open door, attachments
  [[nodiscard]] Outcome<void> circle_call(Call number);  // circles

  Random& random() { return session.random_; }
  [[nodiscard]] std::uint32_t keep(Session::Object&& object);
  bool drop(std::uint32_t handle) { return session.objects_.erase(handle) == 1; }

  // Nothing when the handle is not one of a T.
  template <typename T>
  [[nodiscard]] T* find(std::uint32_t handle) {
    const auto found = session.objects_.find(handle);
    return found == session.objects_.end() ? nullptr : std::get_if<T>(&found->second);
  }
  // To be called when all arguments are read.
  [[nodiscard]] Outcome<void> arguments_end() const {
    if (!in.finish()) return failed(Code::not_allowed);
    return {};
  }

 private:
  [[nodiscard]] Outcome<void> slip_or_login(Call number);
  [[nodiscard]] Outcome<void> vault(Call number);
  [[nodiscard]] Outcome<void> door(Call number);
  [[nodiscard]] Outcome<void> attachment(Call number);
  [[nodiscard]] Outcome<void> open_circle(Call number);
  [[nodiscard]] Outcome<void> talk(Call number, circle::Circle& circle);
  [[nodiscard]] Outcome<void> slips(Call number, circle::Circle& circle);
  [[nodiscard]] Outcome<void> commits(Call number, circle::Circle& circle);
  [[nodiscard]] Outcome<void> facts(Call number, circle::Circle& circle);
  [[nodiscard]] Outcome<void> trouble(Call number, circle::Circle& circle);
};

// Shared encodings (encode.cpp).
void put(tls::Writer& out, const circle::Slip& slip);
void put(tls::Writer& out, const circle::Outgoing& outgoing);
void put(tls::Writer& out, const std::vector<circle::SealedPackage>& packages);
void put(tls::Writer& out, const circle::OutgoingCommit& commit);
void put(tls::Writer& out, const std::vector<circle::Event>& events);

}  // namespace bredvid::bindings
