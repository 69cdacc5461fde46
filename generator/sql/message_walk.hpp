// Walks libpg_query's trees without knowing each of their 260 node types.
#pragma once

#include <functional>

struct ProtobufCMessage;

namespace schemac::compiler::sql {

using VisitMessage = std::function<void(const ProtobufCMessage&)>;

/// Calls `visit` with each message directly below `message`, in the order of the fields.
void for_each_child(const ProtobufCMessage& message, const VisitMessage& visit);

}  // namespace schemac::compiler::sql
