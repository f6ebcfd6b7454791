// What arrives: one envelope at a time, in the server's order.
#include "crypto/circle/circle.h"
#include "crypto/circle/circle_rules.h"
#include "crypto/primitives/hash.h"

namespace bredvid::circle {
namespace {

// RFC 9420 6: the fields that stand in clear in front of a message. Which kinds are taken at all is decided here,
// before MLS sees it: application data and members' commits as PrivateMessage, a joiner's commit as PublicMessage,
// nothing else (so no lone proposal ever enters the group's state).
constexpr std::uint16_t kMlsVersion = 1;
constexpr std::uint16_t kPublicMessage = 1;
constexpr std::uint16_t kPrivateMessage = 2;
constexpr std::uint8_t kApplication = 1;
constexpr std::uint8_t kCommit = 3;
constexpr std::uint8_t kSenderNewMemberCommit = 4;

struct Outside {
  EnvelopeKind kind = EnvelopeKind::message;
  std::uint64_t epoch = 0;
};

std::optional<Outside> look_at(ByteView blob) {
  tls::Reader reader(blob);
  const std::uint16_t version = reader.u16();
  const std::uint16_t format = reader.u16();
  (void)reader.opaque_view();  // group id: MLS compares it
  const std::uint64_t epoch = reader.u64();
  std::uint8_t content_type = 0;
  if (format == kPublicMessage) {
    const std::uint8_t sender = reader.u8();
    (void)reader.opaque_view();  // authenticated data
    content_type = reader.u8();
    if (sender != kSenderNewMemberCommit || content_type != kCommit) return std::nullopt;
  } else if (format == kPrivateMessage) {
    content_type = reader.u8();
  }
  if (!reader.ok() || version != kMlsVersion) return std::nullopt;
  if (content_type == kApplication) return Outside{EnvelopeKind::message, epoch};
  if (content_type == kCommit) return Outside{EnvelopeKind::commit, epoch};
  return std::nullopt;
}

}  // namespace

std::optional<OwnEcho> Circle::take_echo(ByteView blob) {
  const Bytes digest = crypto::sha256(blob);
  const auto found =
      std::ranges::find_if(state_.own_sent, [&](const OwnSent& sent) { return equal_public(sent.digest, digest); });
  if (found == state_.own_sent.end()) return std::nullopt;
  OwnEcho echo{found->content};
  state_.own_sent.erase(found);
  return echo;
}

// Only the server's word on the epoch can say that the thread is lost: a member could write any epoch into a message.
// A commit of our epoch that is not followed is always that, whatever the reason, refusal by our own rules included:
// the server cannot judge commits and has taken this one, so its epoch goes on without us. (If everybody refuses it,
// everybody has lost the thread, and the circle has to be started afresh.)
//
// A server that was restored from a backup takes another commit for an epoch that is over here. The numbers of the two
// ways may agree from then on, their keys never: it is the same loss, proven by two commits for one epoch. (No commit
// of the way that is no more may take effect afterwards, or its echo would hide the loss.)
std::vector<Event> Circle::receive(EnvelopeKind kind, std::uint64_t envelope_epoch, ByteView blob) {
  std::vector<Event> events;
  const std::uint64_t before = epoch();
  read(kind, envelope_epoch, blob, events);
  if (epoch() != before) state_.epoch_begun();
  const bool forked = kind == EnvelopeKind::commit && state_.contradicts(envelope_epoch, blob);
  if (forked) state_.drop_pending();
  const bool left_behind = forked || envelope_epoch > epoch() ||
                           (kind == EnvelopeKind::commit && envelope_epoch == before && epoch() == before);
  if (left_behind && active() && !state_.thread_lost) {
    state_.thread_lost = true;
    events.emplace_back(ThreadLost{});
  }
  return events;
}

void Circle::read(EnvelopeKind kind, std::uint64_t envelope_epoch, ByteView blob, std::vector<Event>& events) {
  const auto outside = look_at(blob);
  if (!outside || outside->kind != kind) {
    events.push_back(Unreadable{Code::mls_malformed, std::nullopt});
  } else if (outside->epoch != envelope_epoch) {
    events.push_back(Unreadable{Code::mls_wrong_epoch, std::nullopt});
  } else if (auto echo = take_echo(blob)) {
    events.push_back(*echo);
  } else if (kind == EnvelopeKind::commit) {
    receive_commit(blob, events);
  } else {
    receive_message(blob, events);
  }
}

void Circle::refused(CryptoError error, std::vector<Event>& events) {
  if (error == CryptoError::state_rolled_back) {
    doubt();
    events.emplace_back(RolledBack{});
  } else {
    events.push_back(Unreadable{code_of(error), std::nullopt});
  }
}

void Circle::receive_message(ByteView blob, std::vector<Event>& events) {
  const auto no_psk = [](ByteView) -> std::optional<SecretBytes> { return std::nullopt; };
  const auto no_commit = [](const mls::CommitApplied&) { return false; };
  auto processed = state_.group.process(blob, no_psk, no_commit);
  if (!processed) {
    if (processed.error() == CryptoError::own_message) {
      events.push_back(OwnEcho{std::nullopt});
    } else {
      refused(processed.error(), events);
    }
    return;
  }
  const auto* message = std::get_if<mls::ApplicationMessage>(&*processed);
  const auto from = message != nullptr ? Identity::decode(message->sender.identity) : std::nullopt;
  if (!from) {
    events.push_back(Unreadable{Code::mls_refused, std::nullopt});
    return;
  }
  auto content = decode_content(message->data);
  if (!content) {
    events.push_back(Unreadable{content.error().code, from->member});
  } else if (!absorb(*from, *content)) {
    events.push_back(Unreadable{Code::mls_refused, from->member});
  } else {
    events.push_back(Said{*from, std::move(*content)});
  }
}

bool Circle::absorb(const Identity& from, const Content& content) {
  if (const auto* hello = std::get_if<Hello>(&content.body)) {
    if (!hello->count_secret.empty() && from.role != Role::parent) return false;
    RosterEntry& entry = state_.admit(from.member, from.role);
    entry.name = hello->name;
    // Kept for good once known: the counts of one parent must stay one parent's.
    if (entry.count_secret.empty()) entry.count_secret = hello->count_secret.clone();
  } else if (const auto* made = std::get_if<SlipMade>(&content.body)) {
    if (!may_invite(from.role, state_.staff) || !belongs_in(made->role, state_.staff)) return false;
    if (state_.is_dead(made->keys.psk_id)) return false;
    if (const LiveSlip* known = state_.slip(made->selector)) {
      return equal_public(known->slip.keys.psk_id, made->keys.psk_id);  // a repeated notice
    }
    if (state_.slips.size() >= kMaxLiveSlips || state_.slip_by_psk(made->keys.psk_id) != nullptr) return false;
    LiveSlip live;
    live.slip = {made->selector, made->role, made->expires_day, made->replaces, made->keys.clone()};
    live.maker = from.member;
    state_.slips.push_back(std::move(live));
  } else if (const auto* revoked = std::get_if<SlipRevoked>(&content.body)) {
    const LiveSlip* live = state_.slip_by_psk(revoked->psk_id);
    if (!may_invite(from.role, state_.staff) || (live != nullptr && live->slip.selector != revoked->selector)) {
      return false;
    }
    if (live != nullptr) state_.bury(revoked->selector, false);
  } else if (std::holds_alternative<Details>(content.body)) {
    // Who gives out assignments. A coordinator is in staff circles only, so no details are ever read in a family's.
    return from.role == Role::coordinator;
  }
  return true;
}

void Circle::receive_commit(ByteView blob, std::vector<Event>& events) {
  if (state_.pending && state_.pending->commit.matches(blob)) {
    if (!merge_pending(events)) events.push_back(Unreadable{Code::mls_wrong_epoch, state_.self.member});
    return;
  }
  const std::uint64_t epoch_before = epoch();
  const auto before = devices_of(state_.group.members());
  const auto psk_lookup = [&](ByteView id) -> std::optional<SecretBytes> {
    const LiveSlip* live = state_.slip_by_psk(id);
    if (live == nullptr) return std::nullopt;
    return live->slip.keys.psk.clone();
  };
  const auto policy = [&](const mls::CommitApplied& commit) { return commit_allowed(state_, before, commit); };
  auto processed = state_.group.process(blob, psk_lookup, policy);
  if (!processed) {
    refused(processed.error(), events);
    return;
  }
  const auto* commit = std::get_if<mls::CommitApplied>(&*processed);
  if (commit == nullptr) {
    events.push_back(Unreadable{Code::mls_refused, std::nullopt});
    return;
  }
  state_.remember_commit(epoch_before, blob);
  if (state_.pending) {
    state_.drop_pending();
    events.push_back(CommitLost{});
  }
  apply_commit(*commit, before, {}, events);
}

}  // namespace bredvid::circle
