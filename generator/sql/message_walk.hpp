// Walks libpg_query's trees without knowing each of their 260 node types.
#pragma once

#include <cstddef>
#include <cstring>
#include <functional>

struct ProtobufCMessage;

namespace schemac::compiler::sql {

using VisitMessage = std::function<void(const ProtobufCMessage&)>;

/// Calls `visit` with each message directly below `message`, in the order of the fields.
void for_each_child(const ProtobufCMessage& message, const VisitMessage& visit);

/// Where the field at `offset`, a place that the message's descriptor gives, stands.
inline const void* field_at(const ProtobufCMessage& message, std::size_t offset) {
  return reinterpret_cast<const char*>(&message) + offset;
}

/// The field itself. REQUIRES: a T stands there.
template <class T>
T read_at(const ProtobufCMessage& message, std::size_t offset) {
  T value{};
  std::memcpy(&value, field_at(message, offset), sizeof value);
  return value;
}

}  // namespace schemac::compiler::sql
