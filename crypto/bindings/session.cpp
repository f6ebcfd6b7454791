#include "crypto/bindings/session.h"

#include "crypto/bindings/calls.h"

namespace bredvid::bindings {
namespace {

constexpr std::uint8_t kDone = 0;
constexpr std::uint8_t kFailed = 1;
constexpr std::uint32_t kFirstCircleCall = 20;

}  // namespace

std::uint32_t Calls::keep(Session::Object&& object) {
  const std::uint32_t handle = ++session.last_handle_;
  session.objects_.emplace(handle, std::move(object));
  return handle;
}

SecretBytes Session::call(std::uint32_t number, ByteView arguments) {
  tls::Reader in(arguments);
  tls::Writer out;
  out.u8(kDone);
  Calls calls{*this, in, out};
  const auto call = static_cast<Call>(number);
  Outcome<void> done = failed(Code::not_allowed);
  if (number <= 0xff) done = number < kFirstCircleCall ? calls.tool(call) : calls.circle_call(call);
  if (done) return std::move(out).take_secret();
  tls::Writer answer;
  answer.u8(kFailed);
  answer.opaque(bytes_of(circle::code_name(done.error().code)));
  answer.u32(done.error().detail);
  return std::move(answer).take_secret();
}

}  // namespace bredvid::bindings
