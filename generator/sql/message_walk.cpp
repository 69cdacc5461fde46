// Walks libpg_query's trees: protobuf-c's descriptors say where a message keeps its fields.
#include "sql/message_walk.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <cstdint>

namespace schemac::compiler::sql {

void for_each_child(const ProtobufCMessage& message, const VisitMessage& visit) {
  const ProtobufCMessageDescriptor& type = *message.descriptor;
  if (&type == &pg_query__node__descriptor) {  // one of many: only the one that is set
    const auto& node = reinterpret_cast<const PgQuery__Node&>(message);
    if (node.node_case != PG_QUERY__NODE__NODE__NOT_SET) visit(node.alias->base);
    return;
  }
  for (unsigned i = 0; i < type.n_fields; ++i) {
    const ProtobufCFieldDescriptor& field = type.fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE) continue;
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      auto count = read_at<std::size_t>(message, field.quantifier_offset);
      auto* items = read_at<ProtobufCMessage**>(message, field.offset);
      for (std::size_t k = 0; k < count; ++k) visit(*items[k]);
    } else if ((field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) == 0 ||
               read_at<std::uint32_t>(message, field.quantifier_offset) == field.id) {
      const auto* child = read_at<const ProtobufCMessage*>(message, field.offset);
      if (child != nullptr) visit(*child);
    }
  }
}

}  // namespace schemac::compiler::sql
