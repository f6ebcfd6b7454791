// People of a circle of whom one does what is not allowed.
#pragma once

#include "tests/crypto/circle/circle_world.h"

namespace bredvid::circle {

class CircleRules : public CircleWorld {
 protected:
  // The thread_lost mark is the last byte of the stored form.
  static Bytes without_mark(const Circle& circle) {
    const SecretBytes stored = circle.serialize();
    return to_bytes(stored.view().first(stored.size() - 1));
  }
  // Receives and expects: refused with this code, and the state byte for byte as before. Only the mark of a lost thread
  // may have come, and must have when the server says that this commit was taken: in our epoch, or in one before that
  // ended with another commit here.
  void expect_refused(Phone& phone, EnvelopeKind kind, std::uint64_t epoch, ByteView blob, Code code) {
    const Bytes before = without_mark(phone.circle);
    const bool lost_before = phone.circle.thread_lost();
    const std::uint64_t own = phone.circle.epoch();
    const bool loses = epoch > own || kind == EnvelopeKind::commit;
    const auto events = phone.circle.receive(kind, epoch, blob);
    ASSERT_EQ(events.size(), loses && !lost_before ? 2u : 1u);
    const auto* unreadable = std::get_if<Unreadable>(&events[0]);
    ASSERT_NE(unreadable, nullptr);
    EXPECT_EQ(code_name(unreadable->code), std::string_view(code_name(code)));
    EXPECT_EQ(find_event<ThreadLost>(events) != nullptr, loses && !lost_before);
    EXPECT_EQ(phone.circle.thread_lost(), loses || lost_before);
    EXPECT_EQ(without_mark(phone.circle), before);
  }
  // A live slip is needed; makes one when there is none. The GroupInfo as the slip's holder would see it.
  Bytes open_group_info(Phone& phone) {
    const Slip slip = invite(phone);
    phone.fetch(server_);
    const auto package =
        open_package(server_.packages[slip.selector], derive_slip_keys(slip).join.view(), circle_, slip.selector);
    EXPECT_TRUE(package);
    return package->group_info;
  }
  Slip invite_after_fetch(Phone& phone, Role role = Role::parent) {
    phone.fetch(server_);
    return invite(phone, role);
  }
  void expect_commit_refused(Phone& phone, const OutgoingCommit& commit, Code code = Code::mls_refused) {
    expect_refused(phone, EnvelopeKind::commit, commit.epoch, commit.commit, code);
  }
};

}  // namespace bredvid::circle
