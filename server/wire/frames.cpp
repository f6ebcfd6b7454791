#include "server/wire/frames.h"

namespace bredvid::wire {

ClientFrame::ClientFrame(ClientFrame&&) noexcept = default;
ClientFrame& ClientFrame::operator=(ClientFrame&&) noexcept = default;
ClientFrame::~ClientFrame() = default;
bool operator==(const ClientFrame& a, const ClientFrame& b) {
  return static_cast<const ClientFrame::variant&>(a) == static_cast<const ClientFrame::variant&>(b);
}

ServerFrame::ServerFrame(ServerFrame&&) noexcept = default;
ServerFrame& ServerFrame::operator=(ServerFrame&&) noexcept = default;
ServerFrame::~ServerFrame() = default;
bool operator==(const ServerFrame& a, const ServerFrame& b) {
  return static_cast<const ServerFrame::variant&>(a) == static_cast<const ServerFrame::variant&>(b);
}

RequestId request_id(const ClientFrame& frame) {
  return std::visit([](const auto& one) { return one.rid; }, frame);
}
RequestId request_id(const ServerFrame& frame) {
  return std::visit([](const auto& one) { return one.rid; }, frame);
}

}  // namespace bredvid::wire
