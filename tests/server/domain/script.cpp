#include "tests/server/domain/script.h"

namespace bredvid::domain {

crypto::SignatureKey login_key() {
  return *crypto::signature_key_from_seed(counted(32, 5));
}

Script::Script(ConnectionConfig config, const Key32& challenge) : connection(std::move(config), challenge, kStart) {
  run(connection.on_open(now));
}
Script::~Script() = default;

void Script::frame(const wire::ClientFrame& f) {
  run(connection.on_frame(wire::encode(f), now));
}
void Script::bytes(const std::vector<std::uint8_t>& raw) {
  run(connection.on_frame(raw, now));
}
void Script::answer(Token to, StoreResult result) {
  run(connection.on_stored(to, std::move(result), now));
}
void Script::publish(const CircleId& circle, std::shared_ptr<const LiveEnvelope> envelope) {
  run(connection.on_published(circle, envelope, now));
}
void Script::run(Effects made) {
  effects = std::move(made);
}

std::optional<ErrorCode> Script::error() const {
  const auto errors = sent<wire::Error>();
  if (errors.size() != 1) return std::nullopt;
  return static_cast<ErrorCode>(errors[0]->code);
}

void Script::log_in(wire::Role role, std::vector<wire::Circle> circles, LoginMore more) {
  const Bytes message = concat({bytes_of("bredvid.v1 login"), kChallenge, kDevice.view()});
  frame(wire::Login{{1}, kDevice, as_array<64>(*crypto::sign(login_key().seed.view(), message))});
  ASSERT_TRUE(asked<FindDevice>());
  answer(token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
  ASSERT_TRUE(asked<LoadLogin>());
  answer(token, LoginData{role,
                          kOrganisation,
                          std::move(circles),
                          kSpans,
                          more.organisation_id,
                          std::move(more.gone),
                          {},
                          std::move(more.place)});
  ASSERT_EQ(sent<wire::LoginOk>().size(), 1U);
}

wire::Enrolment enrolment() {
  wire::Enrolment made{kDevice,
                       as_array<32>(login_key().public_key),
                       {},
                       counted_id<ShareId>(3),
                       counted_id<Secret32>(1),
                       counted_id<Secret32>(2)};
  const Bytes message = concat({bytes_of("bredvid.v1 enrol"), kChallenge, kDevice.view(), made.login_key});
  made.proof = as_array<64>(*crypto::sign(login_key().seed.view(), message));
  return made;
}

}  // namespace bredvid::domain
