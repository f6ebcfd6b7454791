#include "server/domain/store.h"

namespace bredvid::domain {

StoreRequest::StoreRequest(StoreRequest&&) noexcept = default;
StoreRequest& StoreRequest::operator=(StoreRequest&&) noexcept = default;
StoreRequest::~StoreRequest() = default;

StoreReply::StoreReply(StoreReply&&) noexcept = default;
StoreReply& StoreReply::operator=(StoreReply&&) noexcept = default;
StoreReply::~StoreReply() = default;

}  // namespace bredvid::domain
