// Staff who have proven their device and have yet to prove themselves: asked with passkey_wanted, let in once the
// passkey has been verified and that is on disk. Until then the device id stays unset, so that nothing is delivered.
#include <algorithm>

#include "crypto/primitives/hash.h"
#include "server/domain/connection_parts.h"

namespace bredvid::domain {
namespace {

constexpr std::string_view kPasskeyLabel = "bredvid.v1 passkey";

/// Of the connection's own fresh challenge, and yet never the same bytes that the device's key signs.
Bytes passkey_challenge(const Key32& challenge) {
  return crypto::sha256(concat({bytes_of(kPasskeyLabel), challenge}));
}

}  // namespace

bool Connection::asks_passkey(wire::Role role, const DeviceId& device, Instant now) const {
  return config_.passkeys != nullptr && is_staff_role(role) && !config_.passkeys->sessions.live(device, now);
}

bool Connection::session_over(Effects& out, Instant now) {
  if (state_ != State::active || !asks_passkey(role_, *device_id_, now)) return false;
  refuse(out, RequestId{}, ErrorCode::session_ended);
  close(out, ErrorCode::session_ended);
  return true;
}

void Connection::Answers::ask_passkey(const Pending& pending, LoginData login) {
  c.state_ = State::proving;
  wire::PasskeyWanted frame;
  frame.rid = pending.rid;
  frame.role = login.role;
  frame.organisation = std::move(login.organisation);
  const Bytes challenge = passkey_challenge(c.challenge_);
  std::ranges::copy(challenge, frame.challenge.begin());
  frame.rp_id = c.config_.passkeys->party.id;
  frame.user_id = pending.device_id;
  for (const webauthn::Passkey& passkey : login.passkeys) frame.credentials.push_back(passkey.credential_id);
  c.proving_ = Proving{pending.device_id, std::move(login.passkeys), now};
  out.emplace_back(Send{std::move(frame)});
}

bool Connection::Dispatch::proving(RequestId rid) {
  if (c.state_ == State::proving) return true;
  c.refuse(out, rid, ErrorCode::not_now);
  return false;
}

/// Says no, and ends the connection when it was one time too many.
void Connection::Dispatch::wrong_passkey(RequestId rid, ErrorCode code) {
  if (!c.wrong_passkeys_.wrong()) return c.refuse(out, rid, code);
  c.refuse(out, rid, ErrorCode::too_many, kReconnectWait_ms);
  c.close(out, ErrorCode::too_many);
}

void Connection::Dispatch::prove(Waiting waiting, RequestId rid, StoreRequest request) {
  c.state_ = State::logging_in;
  Pending pending;
  pending.waiting = waiting;
  pending.rid = rid;
  pending.device_id = c.proving_->device_id;
  c.submit(out, pending, std::move(request));
}

void Connection::Dispatch::operator()(wire::PasskeyRegister& f) {
  if (!proving(f.rid)) return;
  // Who has a passkey signs in with it: a stolen device key must not be able to add another.
  if (!c.proving_->passkeys.empty()) return wrong_passkey(f.rid, ErrorCode::not_allowed);
  auto passkey = webauthn::check_registration(c.config_.passkeys->party, passkey_challenge(c.challenge_),
                                              {f.client_data, f.attestation});
  if (!passkey) return wrong_passkey(f.rid, passkey.error().code);
  prove(Waiting::passkey, f.rid, AddPasskey{c.proving_->device_id, *std::move(passkey), now});
}

void Connection::Dispatch::operator()(wire::PasskeySignIn& f) {
  if (!proving(f.rid)) return;
  // 7.2 steps 5 and 6: the credential is one of this account's, and the handle, when there is one, is its own.
  const auto& passkeys = c.proving_->passkeys;
  const auto found = std::ranges::find(passkeys, f.credential_id, &webauthn::Passkey::credential_id);
  const bool own = f.user_handle.empty() || equal_public(f.user_handle, c.proving_->device_id.view());
  if (found == passkeys.end() || !own) return wrong_passkey(f.rid, ErrorCode::passkey_bad);
  const auto counter = webauthn::check_assertion(c.config_.passkeys->party, passkey_challenge(c.challenge_), *found,
                                                 {f.client_data, f.authenticator_data, f.signature});
  if (!counter) return wrong_passkey(f.rid, counter.error().code);
  prove(Waiting::passkey, f.rid, UsePasskey{c.proving_->device_id, std::move(f.credential_id), *counter});
}

void Connection::Dispatch::operator()(wire::PersonHere& f) {
  if (c.state_ != State::active) return c.refuse(out, f.rid, ErrorCode::not_now);
  if (c.config_.passkeys != nullptr && is_staff_role(c.role_))
    c.config_.passkeys->sessions.person_here(*c.device_id_, now);
  out.emplace_back(Send{wire::Ok{f.rid}});
}

void Connection::Answers::passkey_proven(const Pending& pending) {
  c.config_.passkeys->sessions.begin(pending.device_id, now);
  Pending next = pending;
  next.waiting = Waiting::load_login;
  c.submit(out, next, LoadLogin{pending.device_id, now});
}

}  // namespace bredvid::domain
